package io.genjin.bot.outbox;

import io.genjin.bot.platform.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of the outbox is kept for how long: {@code genjin.retention.outbox}. Pending and dead pushes are never pruned. */
@Configuration(proxyBeanMethods = false)
class OutboxRetention {
    /** A card's code lives 72 h (doc 94888), and whatever makes pushes may repeat itself for days after an outage. */
    private static final Duration SHORTEST = Duration.ofDays(7);

    private static final List<Integer> DONE =
            List.of(OutboxTable.SENT, OutboxTable.UNCONFIRMED, OutboxTable.DROPPED, OutboxTable.DISCARDED);

    static final String PRUNE_MESSAGES =
            "DELETE FROM outbox_message WHERE state = ? AND created_at < ? AND done_at < ? ORDER BY created_at LIMIT ?";
    static final String PRUNE_CHANNELS =
            "DELETE FROM outbox_channel WHERE due_at IS NULL AND rung_at < ? AND claim IS NULL LIMIT ?";

    private final Duration retention;

    OutboxRetention(@Value("${genjin.retention.outbox:P30D}") Duration retention) {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("genjin.retention.outbox: at least " + SHORTEST.toDays() + " days, P7D");
        }
        this.retention = retention;
    }

    @Bean
    Pruned prunedOutboxMessages(JdbcTemplate jdbc) {
        return new Pruned() {
            @Override
            public String table() {
                return "outbox_message";
            }

            @Override
            public int prune(Instant now, int limit) {
                int deleted = 0;
                for (int state : DONE) {
                    if (deleted < limit) {
                        deleted += jdbc.update(PRUNE_MESSAGES, state, before(now), before(now), limit - deleted);
                    }
                }
                return deleted;
            }
        };
    }

    @Bean
    Pruned prunedOutboxChannels(JdbcTemplate jdbc) {
        return new Pruned() {
            @Override
            public String table() {
                return "outbox_channel";
            }

            @Override
            public int prune(Instant now, int limit) {
                return jdbc.update(PRUNE_CHANNELS, before(now), limit);
            }
        };
    }

    private java.time.LocalDateTime before(Instant now) {
        return OutboxTable.utc(now.minus(retention));
    }
}
