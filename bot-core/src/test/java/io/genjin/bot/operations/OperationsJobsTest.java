package io.genjin.bot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.platform.Pruned;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsJobsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void eachTableLosesOneBatchAtMostAndAFullOneSaysThatThereIsMore() {
        var large = new Table(1_200);
        var small = new Table(3);
        assertThat(OperationsJobs.pruneOnce(List.of(large, small), NOW, 500)).isTrue();
        assertThat(large.left).isEqualTo(700);
        assertThat(small.left).isZero();
        assertThat(OperationsJobs.pruneOnce(List.of(large, small), NOW, 500)).isTrue();
        assertThat(OperationsJobs.pruneOnce(List.of(large, small), NOW, 500)).isFalse();
        assertThat(large.left).isZero();
    }

    @Test
    void tableThatFailsStopsNoneBehindIt() {
        var behind = new Table(3);
        Pruned broken = new Pruned() {
            @Override
            public String table() {
                return "broken";
            }

            @Override
            public int prune(Instant now, int limit) {
                throw new IllegalStateException("locked");
            }
        };
        assertThat(OperationsJobs.pruneOnce(List.of(broken, behind), NOW, 500)).isFalse();
        assertThat(behind.left).isZero();
    }

    private static final class Table implements Pruned {
        private int left;

        Table(int rows) {
            left = rows;
        }

        @Override
        public String table() {
            return "test";
        }

        @Override
        public int prune(Instant now, int limit) {
            int taken = Math.min(left, limit);
            left -= taken;
            return taken;
        }
    }
}
