package io.genjin.sandbox.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The command {@code campaign}: runs one, prints its table, keeps what is needed to look into a bad one. */
public final class CampaignMain {
    private CampaignMain() {}

    /**
     * Runs a campaign.
     *
     * @return 0 when all is well, 1 when not, 2 for a wrong option
     */
    public static int run(List<String> arguments) throws InterruptedException {
        if (arguments.contains("--help")) {
            System.out.print(CampaignLine.USAGE);
            return 0;
        }
        try {
            var line = new CampaignLine(arguments);
            var folder = line.folder();
            var options = line.options(BotImage.unpacked(line.jar(), folder));
            say("seed " + options.seed() + ", data and logs in " + folder);
            boolean good = run(options, folder);
            if (good && !line.keepsFolder()) {
                Campaign.remove(folder);
            }
            return good ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println("genjin-sandbox campaign: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            System.err.println("genjin-sandbox campaign: " + e);
            return 1;
        }
    }

    private static boolean run(CampaignOptions options, Path folder) throws InterruptedException {
        try (var campaign = new Campaign(options, folder, CampaignMain::say)) {
            var end = new Thread(campaign::close, "campaign-end");
            Runtime.getRuntime().addShutdownHook(end);
            var result = campaign.run();
            System.out.println(result.report());
            if (!result.good()) {
                say("NOT GOOD; again with --seed=" + options.seed() + "; data and logs are in " + folder);
            }
            return result.good();
        } catch (Exception e) {
            if (e instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            e.printStackTrace();
            say("the campaign broke off; seed " + options.seed() + "; data and logs are in " + folder);
            return false;
        }
    }

    private static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
