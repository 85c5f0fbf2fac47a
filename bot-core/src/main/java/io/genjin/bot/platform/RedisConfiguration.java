package io.genjin.bot.platform;

import org.redisson.spring.starter.RedissonAutoConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis makes things calm, never correct: the application starts and works without it, and never waits long for it. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
    private static final int ANSWER_WITHIN_MS = 500;

    @Bean
    RedissonAutoConfigurationCustomizer startWithoutRedis() {
        return config -> {
            config.setLazyInitialization(true);
            if (config.isSingleConfig()) {
                config.useSingleServer()
                        .setConnectTimeout(ANSWER_WITHIN_MS)
                        .setTimeout(ANSWER_WITHIN_MS)
                        .setRetryAttempts(1)
                        .setConnectionMinimumIdleSize(2)
                        .setConnectionPoolSize(16)
                        .setSubscriptionConnectionMinimumIdleSize(1)
                        .setSubscriptionConnectionPoolSize(4);
            }
        };
    }
}
