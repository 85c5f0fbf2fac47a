package io.genjin.sandbox.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How large a campaign is and what it runs against.
 *
 * @param bot what starts one node; the settings of the node are added as arguments
 * @param image whether {@code bot} is {@code java … -jar}, of which a class-data archive saves time at each start
 * @param messages what customers and members write, taps not counted
 * @param kills SIGKILLs of nodes, the database and Redis together
 * @param everyMillis the pause between two messages; the run is paced by it and by the faults
 * @param folder where logs and data are kept when the campaign fails; a temporary one when empty
 */
public record CampaignOptions(
        List<String> bot,
        boolean image,
        long seed,
        int messages,
        int kills,
        int nodes,
        int everyMillis,
        Optional<Path> folder) {
    /** Keeps an unmodifiable copy and refuses sizes that make no campaign. */
    public CampaignOptions {
        bot = List.copyOf(bot);
        if (bot.isEmpty()) {
            throw new IllegalArgumentException("nothing starts the bot");
        }
        if (messages < 20 || kills < 0 || nodes < 1 || nodes > 8 || everyMillis < 0) {
            throw new IllegalArgumentException(
                    "a campaign has 20 messages or more, no fewer than 0 kills, 1 to 8 nodes");
        }
    }

    /** The whole campaign: two nodes, 20,000 messages, 100 kills. */
    public static CampaignOptions whole(List<String> bot, boolean image) {
        return new CampaignOptions(bot, image, 20_261_123, 20_000, 100, 2, 55, Optional.empty());
    }

    /** The short one of the build: the same kinds of trouble, about a minute. */
    public static CampaignOptions brief(List<String> bot) {
        return new CampaignOptions(bot, false, 20_261_123, 400, 8, 2, 40, Optional.empty());
    }

    /** With that seed. */
    public CampaignOptions withSeed(long other) {
        return new CampaignOptions(bot, image, other, messages, kills, nodes, everyMillis, folder);
    }

    /** Of that size. */
    public CampaignOptions withSize(int moreMessages, int moreKills, int moreNodes) {
        return new CampaignOptions(bot, image, seed, moreMessages, moreKills, moreNodes, everyMillis, folder);
    }

    /** With another pause between messages, in milliseconds. */
    public CampaignOptions withPace(int millis) {
        return new CampaignOptions(bot, image, seed, messages, kills, nodes, millis, folder);
    }

    /** With logs and data in that folder. */
    public CampaignOptions withFolder(Path other) {
        return new CampaignOptions(bot, image, seed, messages, kills, nodes, everyMillis, Optional.of(other));
    }

    /** Whether there are few messages, so that people and outages are few, too. */
    boolean small() {
        return messages < 2_000;
    }

    /** Reps of the company. */
    int reps() {
        return small() ? 10 : 40;
    }

    /** Customers that write. */
    int customers() {
        return reps() * 5;
    }

    /** Whether a rep's wishes come so many and so close together that the bot gathers some in lists. */
    boolean makesLists() {
        return messages >= 20 * reps() && everyMillis <= 200;
    }

    /** The longest outage of the database that is tried. */
    Duration longestOutage() {
        return Duration.ofSeconds(small() ? 5 : 40);
    }
}
