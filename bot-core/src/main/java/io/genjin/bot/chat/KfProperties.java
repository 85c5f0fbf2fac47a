package io.genjin.bot.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 微信客服.
 *
 * @param poll how often accounts are read without an event
 * @param defaultRep userid of whom customers belong to when nothing else says it; empty: administrators see the draft
 * @param route {@code OWNER} passes a new session to the rep it belongs to
 */
@ConfigurationProperties("genjin.kf")
record KfProperties(
        @DefaultValue("PT5M") Duration poll,
        @DefaultValue("") String defaultRep,
        @DefaultValue("OFF") Route route) {

    enum Route {
        OFF,
        OWNER
    }
}
