package io.genjin.bot.inbox;

import static io.genjin.bot.inbox.InboxRig.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a history, every statement of the hot path is still an index look-up that passes the history by. */
class InboxPlansIT {
    private static final int HISTORY = 20_000;
    /** Far below the history: what is open, and what the engine guesses. */
    private static final long FEW = 2_000;

    private static InboxRig rig;

    @BeforeAll
    static void fill() {
        rig = new InboxRig();
        keep(0, HISTORY);
        rig.jdbc.update("UPDATE inbox SET state = 1, done_at = received_at");
        keep(HISTORY, HISTORY + 300);
        // Rebuilt, so that the guesses are of the rows and not of what is yet to be purged.
        rig.jdbc.queryForList("OPTIMIZE TABLE inbox");
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void claimLooksAtOpenRowsOnly() {
        for (String claim : List.of(SkipLockedClaims.ALL, SkipLockedClaims.PASSING_BY, SkipLockedClaims.SUSPECTS)) {
            String plain = claim.replace(":now", "'2100-01-01'")
                    .replace(":limit", "64")
                    .replace(":passedBy", "'MemberText', 'KfNotice'");
            look(plain + " FOR UPDATE SKIP LOCKED");
            look(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE inbox SET state = 1, claim = NULL WHERE id IN (%s) AND state = 0 AND claim IN ('x')",
                "UPDATE inbox SET attempts = attempts + 1, claim = 'x', due_at = '2100-01-01' WHERE state = 0 AND id IN (%s)",
                "SELECT source_key FROM inbox WHERE source_key IN (%s)",
                InboxTable.OLDEST,
                "SELECT COUNT(*) FROM inbox WHERE state = 2",
                "SELECT id, kind, note, attempts, received_at, done_at FROM inbox WHERE state = 2 AND id > '' ORDER BY id LIMIT 100",
                "SELECT id FROM inbox FORCE INDEX (inbox_due) WHERE state = 0 AND due_at > '2099-01-01'"
                        + " AND (due_at > '2099-02-01' OR (claim IS NULL AND attempts = 0 AND troubles = 0)) LIMIT 500",
                "UPDATE inbox SET due_at = '2026-01-01' WHERE id IN (%s) AND state = 0 AND due_at > '2099-01-01'"
                        + " AND (due_at > '2099-02-01' OR (claim IS NULL AND attempts = 0 AND troubles = 0))"
            })
    void statementTakesAnIndex(String statement) {
        look(statement.replace("%s", "'" + "a".repeat(32) + "', '" + "b".repeat(32) + "'"));
    }

    private static void look(String statement) {
        List<String> problems = new ArrayList<>();
        for (Map<String, Object> step : rig.jdbc.queryForList("EXPLAIN " + statement)) {
            String type = String.valueOf(step.get("type")).toLowerCase(Locale.ROOT);
            String extra = String.valueOf(step.get("Extra"));
            long rows = step.get("rows") == null
                    ? 0
                    : Long.parseLong(step.get("rows").toString());
            if (type.equals("all") || type.equals("index") || rows > FEW) {
                problems.add("reads too much: " + step);
            }
            if (extra.contains("filesort") && rows > FEW) {
                problems.add("sorts: " + step);
            }
        }
        assertThat(problems).as(statement).isEmpty();
    }

    private static void keep(int from, int to) {
        Instant now = rig.clock.instant();
        for (int at = from; at < to; at += 500) {
            rig.table.insert(
                    IntStream.range(at, Math.min(to, at + 500))
                            .mapToObj(i -> entry("k" + i, "o" + i % 1_000))
                            .toList(),
                    now);
        }
    }
}
