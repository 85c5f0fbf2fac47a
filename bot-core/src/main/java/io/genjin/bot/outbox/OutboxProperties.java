package io.genjin.bot.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads that deliver
 * @param lease after which another worker may take a channel over
 * @param poll how often a worker looks without having been woken
 * @param lookAgain the longest that a channel rests before what it waits for (quiet hours, a quota) is looked at again
 * @param retryAfter pause after a first failure, doubled with each further one
 * @param longestPause at which doubling ends
 * @param giveUpAfter time since its first attempt after which a push that still fails is given up
 * @param memberPerMinute below WeCom's 30, whose excess is dropped in silence
 * @param memberPerHour below WeCom's 1,000 by at least {@code nodes}
 * @param dailyQuota person-times a day that the application may send, account cap × 200; 0 when it is not known
 * @param nodes how many share each limit while Redis is away, at most 20
 * @param duplicateCheck how long WeCom is asked to recognise a repeated request, 1 min to 4 h; a card of which it is
 *     still unknown then whether it arrived goes on under a new task_id
 */
@ConfigurationProperties("genjin.outbox")
record OutboxProperties(
        @DefaultValue("12") int workers,
        @DefaultValue("PT1M") Duration lease,
        @DefaultValue("PT1S") Duration poll,
        @DefaultValue("PT10M") Duration lookAgain,
        @DefaultValue("PT1S") Duration retryAfter,
        @DefaultValue("PT1M") Duration longestPause,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("25") int memberPerMinute,
        @DefaultValue("900") int memberPerHour,
        @DefaultValue("0") long dailyQuota,
        @DefaultValue("5") int nodes,
        @DefaultValue("PT4H") Duration duplicateCheck) {

    OutboxProperties {
        require(workers > 0, "workers: at least 1");
        require(nodes > 0, "nodes: at least 1");
        require(memberPerMinute > 0, "member-per-minute: at least 1");
        require(memberPerHour > 0, "member-per-hour: at least 1");
        // Without Redis each node sends at least one message to each recipient in each window.
        require(nodes <= SendingLimit.ROBOT_MINUTE.weComs(), "nodes: at most " + SendingLimit.ROBOT_MINUTE.weComs());
        require(memberPerMinute >= nodes, "member-per-minute: at least as many as genjin.outbox.nodes, " + nodes);
        require(memberPerHour >= nodes, "member-per-hour: at least as many as genjin.outbox.nodes, " + nodes);
        long mostPerHour = SendingLimit.MEMBER_HOUR.weComs() - nodes;
        require(
                memberPerHour <= mostPerHour,
                "member-per-hour: at most " + mostPerHour + ", so that each of genjin.outbox.nodes has one to spare");
        require(dailyQuota >= 0, "daily-quota: person-times a day, or 0");
    }

    private static void require(boolean sound, String what) {
        if (!sound) {
            throw new IllegalArgumentException("genjin.outbox." + what);
        }
    }
}
