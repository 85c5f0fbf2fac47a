package io.genjin.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.BotApplication;
import io.genjin.sandbox.campaign.BotImage;
import io.genjin.sandbox.campaign.Campaign;
import io.genjin.sandbox.campaign.CampaignOptions;
import io.genjin.sandbox.campaign.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The short fault campaign; docs/fault-campaign.md tells of the whole one. Its seed is fixed unless the system property
 * {@code genjin.campaign.seed} names another.
 */
class FaultCampaignIT {

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingIsLostDuplicatedOutOfOrderOrDropped() throws Exception {
        // The classes, not the jar, which a developer's tree may hold from an earlier build.
        List<String> bot = BotImage.of(ChildBot.classPath(), BotApplication.class.getName());
        CampaignOptions brief = CampaignOptions.brief(bot);
        CampaignOptions options = brief.withSeed(Long.getLong("genjin.campaign.seed", brief.seed()));
        String again = "java -jar sandbox/target/genjin-sandbox.jar campaign --short --seed=" + options.seed();
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fault-campaign-");
        System.out.println("the same plan again: " + again);
        Outcome outcome;
        try (Campaign campaign = new Campaign(options, folder, System.out::println)) {
            outcome = campaign.run();
        }
        System.out.println(outcome.report());
        assertThat(outcome.good())
                .as("%s%nagain: %s%ndata and logs: %s", outcome.report(), again, folder)
                .isTrue();
        Campaign.remove(folder);
    }
}
