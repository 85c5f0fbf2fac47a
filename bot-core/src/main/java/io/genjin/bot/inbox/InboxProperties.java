package io.genjin.bot.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param answerWithin how long a callback may wait for its commit; WeCom hangs up after 5 s
 * @param room callbacks that may wait for a writer; whoever comes beyond is sent away at once. With what the writers have in
 *     hand fewer than the web server has threads, so that the others stay free
 * @param writers threads that commit callbacks in batches
 * @param workers threads that hand entries over
 * @param batch entries committed or claimed at once; a claim grows to four times as many while they are handled at once
 * @param claimEvery the shortest time between two claims of a node, unless the first was full
 * @param lease after which another worker may take an entry over
 * @param poll how often a worker looks without having been woken
 * @param retryAfter pause after a first failure, doubled with each further one
 * @param maxAttempts after which an entry is parked
 * @param giveUpAfter an entry is parked whose passing trouble has not passed for so long
 * @param alarmAfter administrators are told when an entry has waited for so long
 * @param claim how entries are claimed: {@code SKIP_LOCKED}, or {@code GUARDED_UPDATE} for engines without it
 */
@ConfigurationProperties("genjin.inbox")
record InboxProperties(
        @DefaultValue("PT4S") Duration answerWithin,
        @DefaultValue("200") int room,
        @DefaultValue("2") int writers,
        @DefaultValue("4") int workers,
        @DefaultValue("64") int batch,
        @DefaultValue("PT0.01S") Duration claimEvery,
        @DefaultValue("PT1M") Duration lease,
        @DefaultValue("PT1S") Duration poll,
        @DefaultValue("PT1S") Duration retryAfter,
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("PT5M") Duration alarmAfter,
        @DefaultValue("SKIP_LOCKED") Claim claim) {

    enum Claim {
        SKIP_LOCKED,
        GUARDED_UPDATE
    }
}
