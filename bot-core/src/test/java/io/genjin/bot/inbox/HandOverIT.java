package io.genjin.bot.inbox;

import static io.genjin.bot.inbox.InboxRig.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.inbox.InboxHandler.Effect;
import io.genjin.bot.inbox.InboxProperties.Claim;
import io.genjin.bot.inbox.InboxRig.Call;
import io.genjin.bot.inbox.InboxRig.Errand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries that are decided on and ended in batches: cheap, and still each exactly once. */
class HandOverIT {
    private static InboxRig rig;

    private final List<String> effects = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        rig = new InboxRig();
        rig.jdbc.execute("CREATE TABLE done (what VARCHAR(190) PRIMARY KEY)");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void empty() {
        rig.jdbc.execute("DELETE FROM inbox");
        rig.jdbc.execute("DELETE FROM done");
    }

    @AfterEach
    void stopNodes() {
        rig.stopNodes();
    }

    @Test
    void backlogCostsAFewCommandsForHundredsOfEntries() {
        for (int i = 0; i < 2_000; i += 100) {
            keep(i, i + 100);
        }
        long before = commands();
        rig.node(Claim.SKIP_LOCKED, 2, handler(errand -> Effect.NONE));
        rig.await("all handled", () -> rig.count("state = 1") == 2_000);
        // Of which the waiting above asks 50 times a second, too.
        assertThat(commands() - before).isLessThan(1_000);
    }

    @Test
    void effectsOfABatchAreAllThere() {
        keep(0, 100);
        rig.node(Claim.SKIP_LOCKED, 2, handler(this::record));
        rig.await("all handled", () -> rig.count("state = 1") == 100);
        assertThat(rig.jdbc.queryForObject("SELECT COUNT(*) FROM done", Long.class))
                .isEqualTo(100);
        assertThat(rig.count("attempts > 0")).isZero();
    }

    @Test
    void effectThatFailsTakesNoNeighbourAlong() {
        keep(0, 20);
        rig.node(Claim.SKIP_LOCKED, 1, handler(errand -> () -> {
            rig.jdbc.update("INSERT INTO done VALUES (?)", errand);
            if (errand.equals("e007")) {
                throw new IllegalStateException("never");
            }
        }));
        rig.await("the neighbours are done", () -> rig.count("state = 1") == 19);
        assertThat(rig.jdbc.queryForList("SELECT what FROM done", String.class))
                .hasSize(19)
                .doesNotContain("e007");
        assertThat(rig.count("source_key = 'e007' AND attempts = 1 AND note = 'IllegalStateException'"))
                .isEqualTo(1);
        assertThat(rig.count("source_key <> 'e007' AND attempts > 0")).isZero();
    }

    @Test
    void entryThatSomebodyElseTookOverHasNoEffectAndItsNeighboursHaveTheirs() {
        keep(0, 10);
        var stolen = new AtomicBoolean();
        rig.node(Claim.SKIP_LOCKED, 1, handler(errand -> {
            if (errand.equals("e009") && stolen.compareAndSet(false, true)) {
                rig.jdbc.update("UPDATE inbox SET claim = 'x', due_at = '2100-01-01' WHERE source_key = 'e003'");
            }
            return record(errand);
        }));
        rig.await("the others are done", () -> rig.count("state = 1") == 9);
        assertThat(effectsInDatabase()).hasSize(9).doesNotContain("e003");
        assertThat(rig.count("source_key = 'e003' AND state = 0 AND claim = 'x'"))
                .isEqualTo(1);
    }

    @Test
    void whoWaitsForWeComHoldsUpNobodyAndNeverTakesAllHands() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var waiting = new CountDownLatch(2);
        keep(0, 36);
        keepCalls(4);
        rig.node(Claim.SKIP_LOCKED, 3, handler(this::record), caller(call -> {
            waiting.countDown();
            awaitQuietly(answer);
            return record(call);
        }));
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        rig.await("all that need nobody are done", () -> rig.count("state = 1") == 36);
        keep(100, 103);
        rig.await("what came since, too", () -> rig.count("state = 1") == 39);
        answer.countDown();
        rig.await("the waiting ones", () -> rig.count("state = 1") == 43);
        assertThat(effectsInDatabase()).hasSize(43);
    }

    @Test
    void entriesBehindASlowOneAreGivenBackUntried() {
        keepCalls(8);
        rig.node(Claim.SKIP_LOCKED, 1, caller(call -> {
            if (call.equals("c000")) {
                rig.clock.advance(Duration.ofSeconds(31));
            }
            return record(call);
        }));
        rig.await("all handled", () -> rig.count("state = 1") == 8);
        rig.clock.advance(Duration.ofMinutes(2));
        assertThat(rig.count("attempts > 0")).isZero();
        assertThat(effects).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void manyThatWaitForWeComLeaveRoomForWhatCameAfterThem() throws InterruptedException {
        var answer = new CountDownLatch(1);
        var waiting = new CountDownLatch(2);
        // More than the largest claim, so that some are surely left.
        keepCalls(600);
        rig.node(Claim.SKIP_LOCKED, 3, handler(this::record), caller(call -> {
            waiting.countDown();
            awaitQuietly(answer);
            return record(call);
        }));
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        keep(0, 100);
        rig.await("what needs nobody", () -> rig.count("state = 1 AND kind = 'Errand'") == 100);
        assertThat(rig.count("state = 0 AND claim IS NULL AND kind = 'Call'")).isPositive();
        answer.countDown();
        rig.await("the waiting ones", () -> rig.count("state = 1") == 700);
    }

    @Test
    void whatWasInTroubleTwiceEndsByItself() {
        keep(0, 20);
        rig.jdbc.update("UPDATE inbox SET troubles = 2 WHERE source_key = 'e007'");
        rig.node(Claim.SKIP_LOCKED, 1, handler(this::record));
        rig.await("all handled", () -> rig.count("state = 1") == 20);
        assertThat(effects.indexOf("e007")).isGreaterThan(effects.indexOf("e008"));
    }

    private static void keep(int from, int to) {
        rig.table.insert(
                IntStream.range(from, to)
                        .mapToObj(i -> entry(String.format("e%03d", i), "o" + i))
                        .toList(),
                rig.clock.instant());
    }

    private static void keepCalls(int count) {
        rig.table.insert(
                IntStream.range(0, count)
                        .mapToObj(i -> String.format("c%03d", i))
                        .map(key -> new InboxEntry(key, key, new Call(key)))
                        .toList(),
                rig.clock.instant());
    }

    private List<String> effectsInDatabase() {
        return new ArrayList<>(rig.jdbc.queryForList("SELECT what FROM done", String.class));
    }

    private static long commands() {
        return Long.parseLong(rig.jdbc
                .queryForMap("SHOW GLOBAL STATUS LIKE 'Questions'")
                .get("Value")
                .toString());
    }

    private Effect record(String text) {
        return () -> {
            rig.jdbc.update("INSERT INTO done VALUES (?)", text);
            effects.add(text);
        };
    }

    private static InboxHandler<Errand> handler(Function<String, Effect> decide) {
        return new InboxHandler<>() {
            @Override
            public Class<Errand> payload() {
                return Errand.class;
            }

            @Override
            public Effect handle(Errand errand) {
                return decide.apply(errand.text());
            }
        };
    }

    private static InboxHandler<Call> caller(Function<String, Effect> decide) {
        return new InboxHandler<>() {
            @Override
            public Class<Call> payload() {
                return Call.class;
            }

            @Override
            public boolean callsOut() {
                return true;
            }

            @Override
            public Effect handle(Call call) {
                return decide.apply(call.text());
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
