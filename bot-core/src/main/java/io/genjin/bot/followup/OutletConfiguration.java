package io.genjin.bot.followup;

import io.genjin.crm.outlet.CrmOutlet;
import io.genjin.crm.outlet.SignedWebhookOutlet;
import io.genjin.crm.outlet.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The signed webhook, where {@code genjin.outlet.webhook.url} names one. Further outlets are further beans. */
@Configuration(proxyBeanMethods = false)
class OutletConfiguration {

    @Bean
    @ConditionalOnProperty("genjin.outlet.webhook.url")
    CrmOutlet signedWebhook(
            @Value("${genjin.outlet.webhook.url}") URI url,
            @Value("${genjin.outlet.webhook.secret:}") String secret,
            @Value("${genjin.outlet.webhook.timeout:PT5S}") Duration timeout,
            InstantSource clock) {
        try {
            return new SignedWebhookOutlet(new WebhookSettings("webhook", url, secret, timeout), clock);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("genjin.outlet.webhook: " + wrong.getMessage(), wrong);
        }
    }
}
