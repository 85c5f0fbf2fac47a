package io.genjin.bot.wecom;

import io.genjin.bot.platform.SharedState;
import java.time.InstantSource;
import me.chanjar.weixin.common.util.http.apache.DefaultApacheHttpClientBuilder;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WeComProperties.class, CallbackProperties.class})
class WeComConfiguration {
    private static final int TIMEOUT_MS = 5_000;
    private static final int CONNECTIONS = 32;

    @Bean
    WeComApi weComApi(WeComProperties properties, SharedState shared, InstantSource clock, JsonMapper json) {
        WeComWire app = wire(properties, properties.corpSecret(), "app", shared, clock, json);
        String kfSecret = properties.kfSecret();
        WeComWire kf = kfSecret == null ? app : wire(properties, kfSecret, "kf", shared, clock, json);
        return new WeComApi(app, kf, json);
    }

    private static WeComWire wire(
            WeComProperties properties,
            String secret,
            String module,
            SharedState shared,
            InstantSource clock,
            JsonMapper json) {
        WxCpDefaultConfigImpl config =
                new SharedToken(shared, clock, properties.corpId() + ":" + properties.agentId() + ":" + module);
        config.setCorpId(properties.corpId());
        config.setCorpSecret(secret);
        config.setAgentId(properties.agentId());
        config.setBaseApiUrl(properties.baseApiUrl().toString().replaceAll("/+$", ""));
        DefaultApacheHttpClientBuilder http = DefaultApacheHttpClientBuilder.get();
        http.setSoTimeout(TIMEOUT_MS);
        http.setConnectionTimeout(TIMEOUT_MS);
        http.setConnectionRequestTimeout(TIMEOUT_MS);
        http.setMaxConnPerHost(CONNECTIONS);
        http.setMaxTotalConn(CONNECTIONS * 2);
        config.setApacheHttpClientBuilder(http);
        WeComClient client = new WeComClient(clock);
        client.setWxCpConfigStorage(config);
        return new WeComWire(client, json);
    }
}
