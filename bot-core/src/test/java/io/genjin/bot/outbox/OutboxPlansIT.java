package io.genjin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** With much history, every query between a commit and a send is an index look-up. */
class OutboxPlansIT {
    private static final int HISTORY = 20_000;
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T12:00:00");
    private static final String ID = "0".repeat(31) + "1";

    private static JdbcTemplate jdbc;

    @BeforeAll
    static void history() {
        jdbc = EmptyDatabase.migrated();
        List<Object[]> messages = new ArrayList<>();
        List<Object[]> channels = new ArrayList<>();
        for (int i = 0; i < HISTORY; i++) {
            String to = "member:" + i % 500;
            int state = i % 100 == 0 ? 0 : 1;
            messages.add(new Object[] {
                String.format("%032x", i),
                "cause" + i,
                to,
                "WORK",
                i % 3 == 0 ? "UPDATE" : "SEND",
                "task" + i / 3,
                "said" + i,
                state,
                NOW.minusMinutes(HISTORY - i)
            });
            channels.add(new Object[] {"member:" + i, "WORK", i % 400 == 0 ? NOW.plusSeconds(i % 7) : null});
        }
        jdbc.batchUpdate(
                "INSERT INTO outbox_message (id, cause, recipient, lane, kind, task_id, said, body, state, attempts,"
                        + " uncertain, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, '{}', ?, 1, FALSE, ?)",
                messages);
        jdbc.batchUpdate("INSERT INTO outbox_channel (recipient, lane, due_at, turns) VALUES (?, ?, ?, 1)", channels);
        jdbc.queryForList("ANALYZE TABLE outbox_message, outbox_channel");
    }

    static Stream<Arguments> hotPath() {
        return Stream.of(
                Arguments.of(OutboxTable.SAID, new Object[] {"said7", NOW}),
                Arguments.of(ChannelTable.DUE, new Object[] {NOW, NOW, 100}),
                Arguments.of(ChannelTable.CLAIM, new Object[] {ID, NOW, "member:400", "WORK", NOW, NOW}),
                Arguments.of(OutboxTable.WAITING, new Object[] {ID, "member:100", "WORK", "member:100", "WORK", ID}),
                Arguments.of(OutboxTable.BEGIN, new Object[] {NOW, NOW, NOW, ID, ID}),
                Arguments.of(OutboxTable.TAPPED, new Object[] {"task7"}),
                Arguments.of(OutboxTable.CARD, new Object[] {"task7"}),
                Arguments.of(OutboxTable.SPEND_CODE, new Object[] {ID, "{}", "task7"}),
                Arguments.of(ChannelTable.REST, new Object[] {"member:100", "WORK", ID, 1}),
                Arguments.of(ChannelTable.PAUSE, new Object[] {NOW, "member:100", "WORK", ID}),
                Arguments.of(
                        OutboxRetention.PRUNE_MESSAGES, new Object[] {1, NOW.minusDays(14), NOW.minusDays(14), 500}),
                Arguments.of(OutboxRetention.PRUNE_CHANNELS, new Object[] {NOW.minusDays(12), 500}),
                Arguments.of(ChannelTable.DUE_TOO_LATE, new Object[] {NOW.plusHours(1)}),
                Arguments.of(ChannelTable.HELD_TOO_LONG, new Object[] {NOW.plusHours(1)}));
    }

    @ParameterizedTest
    @MethodSource("hotPath")
    void everyQueryOfTheHotPathIsAnIndexLookUp(String sql, Object[] values) {
        for (Map<String, Object> step : jdbc.queryForList("EXPLAIN " + sql, values)) {
            if (step.get("table") == null) {
                // Nothing to read at all: a key that does not exist was looked up while planning.
                continue;
            }
            assertThat(step.get("type")).as(sql + " " + step).isIn("const", "eq_ref", "ref", "range", "system");
            assertThat(step.get("key")).as(sql + " " + step).isNotNull();
            assertThat(Long.parseLong(String.valueOf(step.get("rows"))))
                    .as(sql + " " + step)
                    .isLessThan(HISTORY / 20);
            assertThat(String.valueOf(step.get("Extra"))).as(sql).doesNotContain("filesort");
        }
    }
}
