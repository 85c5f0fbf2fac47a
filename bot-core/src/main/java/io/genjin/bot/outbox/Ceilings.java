package io.genjin.bot.outbox;

import io.genjin.bot.outbox.Charge.Item;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How much of each limit may be used: the table's numbers, with the settings that change them. */
@Component
class Ceilings {
    private final OutboxProperties properties;

    Ceilings(OutboxProperties properties) {
        this.properties = properties;
    }

    /** Whether the limit counts at all: the day's quota only where it is known. */
    boolean apply(SendingLimit limit) {
        return limit != SendingLimit.QUOTA_DAY || properties.dailyQuota() > 0;
    }

    /** How much all nodes together may use. */
    long whole(Item item) {
        return switch (item.limit()) {
            case MEMBER_MINUTE ->
                Math.min(properties.memberPerMinute(), item.limit().weComs());
            case MEMBER_HOUR ->
                Math.min(properties.memberPerHour(), item.limit().weComs());
            case QUOTA_DAY -> item.patient() ? digestsEnd() : properties.dailyQuota();
            default -> item.limit().ours();
        };
    }

    /** How much all nodes together may use as long as what was used before is not known: what we leave to WeCom's limit. */
    long spare(Item item) {
        return item.limit() == SendingLimit.QUOTA_DAY
                ? whole(item)
                : Math.max(0, item.limit().weComs() - whole(item));
    }

    /** How much this node may use of a sliding limit {@code since} it has been without Redis. */
    long alone(Item item, Instant since, Instant now) {
        boolean blind = now.isBefore(since.plus(item.limit().window()));
        // Of the spare part none is a wait of one window; of the whole it would be one without an end.
        return blind ? spare(item) / properties.nodes() : Math.max(1, whole(item) / properties.nodes());
    }

    /** Person-times a day; 0 when it is not known. */
    long quota() {
        return properties.dailyQuota();
    }

    /** How much this node may use of a day's limit, of which all together used {@code known} before Redis went away. */
    long aloneToday(Item item, long known) {
        return (whole(item) - known) / properties.nodes();
    }

    /** So much of the day's quota is gone when digests stop and administrators are told. */
    long digestsEnd() {
        return properties.dailyQuota() * 8 / 10;
    }
}
