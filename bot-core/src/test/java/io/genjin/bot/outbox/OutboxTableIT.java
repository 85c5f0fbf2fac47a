package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox's tables promise to workers that meet there. */
class OutboxTableIT {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00.1239Z");
    private static final Recipient LI = new Recipient("member:" + "0".repeat(32));
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static JdbcTemplate jdbc;
    private static OutboxTable messages;
    private static ChannelTable channels;

    @BeforeAll
    static void tables() {
        jdbc = EmptyDatabase.migrated();
        messages = new OutboxTable(jdbc);
        channels = new ChannelTable(jdbc);
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox_message");
        jdbc.update("DELETE FROM outbox_channel");
    }

    @Test
    void causeThatAnotherTransactionHasJustWrittenIsKnown() throws ExecutionException, InterruptedException {
        TransactionTemplate tx = new TransactionTemplate(new JdbcTransactionManager(jdbc.getDataSource()));
        tx.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        CompletableFuture<Boolean> second = tx.execute(status -> {
            assertThat(insert("one")).isTrue();
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> tx.execute(own -> insert("one")));
            Awaitility.await("it waits for the first")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> inserts() == 1);
            return other;
        });
        assertThat(second.get()).isFalse();
        assertThat(count("outbox_message")).isEqualTo(1);
    }

    @Test
    void attemptThatIsNotTheLatestNotesNothing() {
        Channel channel = claimed();
        Push first = next(channel);
        messages.begin(first, channel, NOW, NOW.plus(LEASE));
        Push second = next(channel);
        messages.begin(second, channel, NOW, NOW.plus(LEASE));

        messages.noteFailure(first, "old", false);
        assertThat(messages.giveUp(first, "old", false, NOW)).isFalse();
        assertThat(row()).containsEntry("state", 0).containsEntry("reason", null);
        assertThat(next(channel)).matches(push -> push.uncertain() && push.underWay());

        messages.noteFailure(second, "new", false);
        assertThat(row()).containsEntry("reason", "new");
        assertThat(messages.giveUp(second, "new", false, NOW)).isTrue();
    }

    @Test
    void timesAreCutToMilliseconds() {
        insert("one");
        assertThat(jdbc.queryForObject("SELECT created_at FROM outbox_message", LocalDateTime.class))
                .isEqualTo(LocalDateTime.parse("2026-11-23T04:00:00.123"));
    }

    @Test
    void onlyWhatLiesTooFarAheadIsPulledBack() {
        Instant ahead = NOW.plus(Duration.ofHours(1));
        claimed();
        channels.pullBack(NOW, Duration.ofMinutes(10), LEASE);
        assertThat(channel()).containsEntry("claimed_until", OutboxTable.utc(NOW.plus(LEASE)));
        jdbc.update(
                "UPDATE outbox_channel SET claimed_until = ?, due_at = ?",
                OutboxTable.utc(ahead),
                OutboxTable.utc(ahead));
        channels.pullBack(NOW, Duration.ofMinutes(10), LEASE);
        assertThat(channel())
                .containsEntry("claimed_until", OutboxTable.utc(NOW.plus(LEASE)))
                .containsEntry("due_at", OutboxTable.utc(NOW));
    }

    @Test
    void channelThatAnEarlierVersionRangIsPruned() {
        jdbc.update("INSERT INTO outbox_channel (recipient, lane, turns) VALUES (?, 'WORK', 1)", LI.value());
        OutboxRetention retention = new OutboxRetention(Duration.ofDays(30));
        assertThat(retention.prunedOutboxChannels(jdbc).prune(NOW.plus(Duration.ofDays(31)), 10))
                .isEqualTo(1);
    }

    private static Channel claimed() {
        insert("one");
        channels.ring(LI, Lane.WORK, NOW);
        Channel channel = channels.due(1, NOW).get(0);
        assertThat(channels.claim(channel, NOW, NOW.plus(LEASE))).isTrue();
        return channel;
    }

    private static Push next(Channel channel) {
        return Objects.requireNonNull(messages.waiting(channel).orElseThrow().push());
    }

    private static boolean insert(String cause) {
        return messages.insert(cause, LI, Lane.WORK, PushKind.SEND, null, "{}", null, null, NOW);
    }

    /** How many transactions are writing a push just now. */
    private static int inserts() {
        String ours = jdbc.queryForObject("SELECT DATABASE()", String.class);
        return jdbc.queryForList("SHOW FULL PROCESSLIST").stream()
                .filter(process -> Objects.equals(process.get("db"), ours))
                .map(process -> String.valueOf(process.get("Info")))
                .mapToInt(info -> info.startsWith("INSERT INTO outbox_message") ? 1 : 0)
                .sum();
    }

    private static Map<String, Object> row() {
        return jdbc.queryForMap("SELECT state, reason FROM outbox_message");
    }

    private static Map<String, Object> channel() {
        return jdbc.queryForMap("SELECT due_at, claimed_until FROM outbox_channel");
    }

    private static long count(String table) {
        Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
        return rows == null ? 0 : rows;
    }
}
