package io.genjin.bot.doctor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param checkWithin time that one check may take
 * @param waitFor how long {@code doctor --wait} waits for WeCom's request while an administrator clicks save
 * @param keep how long the page shows a report before it looks again by itself
 */
@ConfigurationProperties("genjin.doctor")
record DoctorProperties(
        @DefaultValue("PT10S") Duration checkWithin,
        @DefaultValue("PT60S") Duration waitFor,
        @DefaultValue("PT1M") Duration keep) {}
