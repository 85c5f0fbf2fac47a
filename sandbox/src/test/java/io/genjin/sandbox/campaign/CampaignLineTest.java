package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignLineTest {
    @TempDir
    private Path folder;

    @Test
    void withoutSizesItIsTheWholeCampaign() throws IOException {
        var options = new CampaignLine(List.of(bot())).options(List.of("bot"));
        assertThat(options.messages()).isEqualTo(20_000);
        assertThat(options.kills()).isEqualTo(100);
        assertThat(options.nodes()).isEqualTo(2);
    }

    @Test
    void everyOptionIsTaken() throws IOException {
        var line = new CampaignLine(List.of(
                bot(), "--seed=-7", "--messages=500", "--kills=9", "--nodes=3", "--every=0", "--folder=" + folder));
        assertThat(line.options(List.of("bot")))
                .isEqualTo(CampaignOptions.whole(List.of("bot"), true)
                        .withSeed(-7)
                        .withSize(500, 9, 3)
                        .withPace(0));
        assertThat(line.folder()).isEqualTo(folder);
        assertThat(line.keepsFolder()).isTrue();
    }

    @Test
    void theShortOneCanHaveAnotherSeed() throws IOException {
        assertThat(new CampaignLine(List.of(bot(), "--short", "--seed=3")).options(List.of("bot")))
                .isEqualTo(CampaignOptions.brief(List.of("bot")).withSeed(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--seed=", "--short=yes", "--what=1", "kills=3"})
    void whatItDoesNotKnowIsNamed(String wrong) {
        assertThatThrownBy(() -> new CampaignLine(List.of(bot(), wrong))).hasMessageContaining(wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed=x", "--kills=1.5"})
    void whatIsNoNumberIsNamed(String wrong) throws IOException {
        var line = new CampaignLine(List.of(bot(), wrong));
        assertThatThrownBy(() -> line.options(List.of("bot"))).hasMessageContaining(wrong);
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new CampaignLine(List.of("--bot=nowhere.jar"))).hasMessageContaining("nowhere.jar");
    }

    private String bot() throws IOException {
        return "--bot=" + Files.write(folder.resolve("bot.jar"), new byte[0]);
    }
}
