package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.bot.platform.MovableClock;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.SimulatorOptions;
import io.genjin.sandbox.wecom.WeComSimulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.junit.jupiter.api.Test;

class WeComClientTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void refusedCredentialsAreNotShownAgainForAnHour() {
        try (WeComSimulator wecom =
                WeComSimulator.start(SimulatorOptions.defaults().withPort(0))) {
            WeComClient client = client(wecom, "wrong-secret");
            List<CompletableFuture<Void>> callers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> refused(client)))
                    .toList();
            callers.forEach(CompletableFuture::join);
            assertThat(wecom.calls("gettoken")).hasSize(1);
            clock.advance(Duration.ofMinutes(59));
            refused(client);
            assertThat(wecom.calls("gettoken")).hasSize(1);
            clock.advance(Duration.ofMinutes(2));
            refused(client);
            assertThat(wecom.calls("gettoken")).hasSize(2);
        }
    }

    @Test
    void oneTokenIsFetchedForAllWhoWait() {
        try (WeComSimulator wecom =
                WeComSimulator.start(SimulatorOptions.defaults().withPort(0))) {
            WeComClient client = client(wecom, SandboxCorp.CORP_SECRET);
            List<CompletableFuture<String>> callers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> token(client)))
                    .toList();
            assertThat(callers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            assertThat(wecom.calls("gettoken")).hasSize(1);
        }
    }

    private WeComClient client(WeComSimulator wecom, String secret) {
        WxCpDefaultConfigImpl settings = new WxCpDefaultConfigImpl();
        settings.setCorpId(SandboxCorp.CORP_ID);
        settings.setCorpSecret(secret);
        settings.setAgentId(SandboxCorp.AGENT_ID);
        settings.setBaseApiUrl(wecom.baseUrl().toString());
        WeComClient client = new WeComClient(clock);
        client.setWxCpConfigStorage(settings);
        return client;
    }

    private static void refused(WeComClient client) {
        assertThatThrownBy(() -> client.getAccessToken(false))
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        refused -> assertThat(refused.getError().getErrorCode()).isEqualTo(40001));
    }

    private static String token(WeComClient client) {
        try {
            return client.getAccessToken(false);
        } catch (WxErrorException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
