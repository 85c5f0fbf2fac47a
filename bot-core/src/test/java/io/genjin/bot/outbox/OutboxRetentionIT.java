package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.bot.platform.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is done is forgotten in time; what somebody must still decide, or may still tap, is not. */
class OutboxRetentionIT {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final Duration OLD = Duration.ofDays(31);

    private final OutboxRetention retention = new OutboxRetention(Duration.ofDays(30));
    private JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        jdbc = EmptyDatabase.migrated();
    }

    @Test
    void pushesThatAreDoneAreDeletedInSmallPortions() {
        for (int state : List.of(0, 1, 2, 3, 4, 5)) {
            message("old" + state, state, OLD);
            message("new" + state, state, Duration.ofDays(29));
        }
        Pruned pruned = retention.prunedOutboxMessages(jdbc);
        assertThat(pruned.prune(NOW, 3)).isEqualTo(3);
        assertThat(pruned.prune(NOW, 3)).isEqualTo(1);
        assertThat(pruned.prune(NOW, 3)).isZero();
        assertThat(jdbc.queryForList("SELECT cause FROM outbox_message WHERE cause LIKE 'old%'", String.class))
                .containsExactlyInAnyOrder("old0", "old3");
        assertThat(jdbc.queryForList("SELECT cause FROM outbox_message WHERE cause LIKE 'new%'", String.class))
                .hasSize(6);
    }

    @Test
    void channelsOfThoseWhoGetNothingAreDeleted() {
        channel("idle", OLD, false);
        channel("waiting", OLD, true);
        channel("busy", Duration.ofDays(1), false);
        assertThat(retention.prunedOutboxChannels(jdbc).prune(NOW, 10)).isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT recipient FROM outbox_channel", String.class))
                .containsExactlyInAnyOrder("waiting", "busy");
    }

    @Test
    void cardsCodeOutlivesEveryRetention() {
        assertThatThrownBy(() -> new OutboxRetention(Duration.ofDays(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("genjin.retention.outbox");
    }

    private void message(String cause, int state, Duration age) {
        jdbc.update(
                "INSERT INTO outbox_message (id, cause, recipient, lane, kind, body, state, attempts, uncertain, created_at,"
                        + " done_at) VALUES (?, ?, 'member:1', 'WORK', 'SEND', '{}', ?, 1, FALSE, ?, ?)",
                io.genjin.crm.Ids.next(),
                cause,
                state,
                OutboxTable.utc(NOW.minus(age)),
                state == 0 ? null : OutboxTable.utc(NOW.minus(age)));
    }

    private void channel(String recipient, Duration rung, boolean due) {
        jdbc.update(
                "INSERT INTO outbox_channel (recipient, lane, due_at, rung_at, turns) VALUES (?, 'WORK', ?, ?, 1)",
                recipient,
                due ? OutboxTable.utc(NOW) : null,
                OutboxTable.utc(NOW.minus(rung)));
    }
}
