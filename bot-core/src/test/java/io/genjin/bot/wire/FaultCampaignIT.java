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

/** The short fault campaign with its fixed seed; docs/fault-campaign.md tells of the whole one. */
class FaultCampaignIT {

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void nothingIsLostDuplicatedOutOfOrderOrDropped() throws Exception {
        // The classes, not the jar, which a developer's tree may hold from an earlier build.
        List<String> bot = BotImage.of(ChildBot.classPath(), BotApplication.class.getName());
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fault-campaign-");
        Outcome outcome;
        try (Campaign campaign = new Campaign(CampaignOptions.brief(bot), folder, System.out::println)) {
            outcome = campaign.run();
        }
        System.out.println(outcome.report());
        assertThat(outcome.good())
                .as("%s%ndata and logs: %s", outcome.report(), folder)
                .isTrue();
        Campaign.remove(folder);
    }
}
