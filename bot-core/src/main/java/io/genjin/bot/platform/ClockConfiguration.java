package io.genjin.bot.platform;

import com.github.kagkarlsson.scheduler.Clock;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The only place that makes a clock; db-scheduler runs on the same one. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("!sandbox")
    InstantSource systemClock() {
        return InstantSource.system();
    }

    @Bean
    @Profile("sandbox")
    MovableClock movableClock(@Value("${wx.cp.base-api-url}") URI simulator) {
        return new MovableClock(SandboxTime.shiftOf(simulator));
    }

    @Bean
    Clock schedulerClock(InstantSource clock) {
        return clock::instant;
    }
}
