package io.genjin.bot.inbox;

import static io.genjin.bot.inbox.InboxRig.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.bot.inbox.InboxHandler.Effect;
import io.genjin.bot.inbox.InboxProperties.Claim;
import io.genjin.bot.inbox.InboxRig.Errand;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.CannotAcquireLockException;

/** Each entry once, in order, by whoever is there: with both ways to claim, on the real database. */
class InboxIT {
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

    @ParameterizedTest
    @EnumSource(Claim.class)
    void repeatsToTwoNodesAtOnceLeaveOneEffect(Claim claim) {
        var one = rig.node(claim, 3, handler(this::record));
        var two = rig.node(claim, 3, handler(this::record));
        List<CompletableFuture<Void>> callers = IntStream.range(0, 120)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> (i % 2 == 0 ? one : two).inbox().keep(entry("twice-" + i / 3, "order-" + i / 3 % 7))))
                .toList();
        callers.forEach(CompletableFuture::join);
        rig.await("all handled", () -> rig.count("state = 1") == 40);
        assertThat(rig.count("TRUE")).isEqualTo(40);
        assertThat(effects).hasSize(40).doesNotHaveDuplicates();
        assertThat(rig.jdbc.queryForObject("SELECT COUNT(*) FROM done", Long.class))
                .isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(Claim.class)
    void entriesOfOneOrderAreHandledOneAfterTheOther(Claim claim) {
        var busy = ConcurrentHashMap.<String>newKeySet();
        var overlaps = new AtomicInteger();
        InboxHandler<Errand> handler = handler(errand -> {
            String order = errand.text().substring(0, 1);
            if (!busy.add(order)) {
                overlaps.incrementAndGet();
            }
            return () -> {
                effects.add(errand.text());
                busy.remove(order);
            };
        });
        var one = rig.node(claim, 4, handler);
        rig.node(claim, 4, handler);
        for (int i = 0; i < 20; i++) {
            one.inbox().keep(entry("a" + (100 + i), "a"));
            one.inbox().keep(entry("b" + (100 + i), "b"));
        }
        rig.await("all handled", () -> rig.count("state = 1") == 40);
        assertThat(overlaps).hasValue(0);
        assertThat(effects.stream().filter(done -> done.startsWith("a")))
                .hasSize(20)
                .isSorted();
        assertThat(effects.stream().filter(done -> done.startsWith("b")))
                .hasSize(20)
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(Claim.class)
    void failingEntryIsTriedAgainAndThenParkedWithItsReasonAndNoWords(Claim claim) {
        var attempts = new AtomicInteger();
        var node = rig.node(claim, 2, handler(errand -> {
            if (errand.text().equals("bad")) {
                attempts.incrementAndGet();
                throw new IllegalStateException("客户说：报价");
            }
            return record(errand);
        }));
        node.inbox().keep(entry("bad", "same"));
        node.inbox().keep(entry("behind", "same"));
        node.inbox().keep(entry("beside", "other"));
        rig.await("the neighbour is not held up", () -> effects.contains("beside"));
        rig.await("first failure", () -> rig.count("source_key = 'bad' AND attempts = 1 AND claim IS NULL") == 1);
        assertThat(effects).doesNotContain("behind");
        rig.clock.advance(Duration.ofSeconds(1));
        rig.await("second failure", () -> rig.count("source_key = 'bad' AND attempts = 2 AND claim IS NULL") == 1);
        rig.clock.advance(Duration.ofSeconds(2));
        rig.await("parked", () -> rig.count("state = 2 AND note = 'IllegalStateException'") == 1);
        rig.await("what stood behind it", () -> effects.contains("behind"));
        assertThat(attempts).hasValue(3);
        assertThat(rig.table.parked()).isEqualTo(1);
    }

    @Test
    void errorIsAFailureLikeAnyOtherAndKillsNoWorker() {
        var node = rig.node(Claim.SKIP_LOCKED, 1, handler(errand -> {
            if (errand.text().startsWith("deadly")) {
                throw new StackOverflowError();
            }
            return record(errand);
        }));
        node.inbox().keep(entry("deadly-1", "1"));
        node.inbox().keep(entry("deadly-2", "2"));
        node.inbox().keep(entry("alive", "3"));
        rig.await("the worker lives", () -> effects.contains("alive"));
        assertThat(rig.count("attempts = 1 AND note = 'StackOverflowError'")).isEqualTo(2);
    }

    @Test
    void failureInTheEffectLeavesNothingOfIt() {
        var attempts = new AtomicInteger();
        var node = rig.node(Claim.SKIP_LOCKED, 1, handler(errand -> () -> {
            rig.jdbc.update("INSERT INTO done VALUES (?)", errand.text() + attempts);
            if (attempts.incrementAndGet() == 1) {
                throw new CannotAcquireLockException("deadlock");
            }
        }));
        node.inbox().keep(entry("deadlock-", "1"));
        rig.await("rolled back", () -> rig.count("troubles = 1 AND state = 0 AND claim IS NULL") == 1);
        rig.clock.advance(Duration.ofSeconds(1));
        rig.await("done", () -> rig.count("state = 1") == 1);
        assertThat(rig.jdbc.queryForList("SELECT what FROM done", String.class)).containsExactly("deadlock-1");
    }

    @Test
    void realDeadlockIsTriedAgain() throws InterruptedException {
        rig.jdbc.update("INSERT INTO done VALUES ('x'), ('y')");
        var bothHold = new CountDownLatch(2);
        var node = rig.node(Claim.SKIP_LOCKED, 2, handler(errand -> () -> {
            boolean forth = errand.text().equals("forth");
            lock(forth ? "x" : "y");
            bothHold.countDown();
            awaitQuietly(bothHold);
            lock(forth ? "y" : "x");
            effects.add(errand.text());
        }));
        node.inbox().keep(entry("forth", "1"));
        // Else one worker might take both, one after the other.
        rig.await("forth holds its lock", () -> bothHold.getCount() == 1);
        node.inbox().keep(entry("back", "2"));
        rig.await("one lost", () -> rig.count("troubles = 1 AND attempts = 0") == 1);
        rig.clock.advance(Duration.ofSeconds(1));
        rig.await("both done", () -> rig.count("state = 1") == 2);
        assertThat(effects).containsExactlyInAnyOrder("forth", "back");
    }

    @ParameterizedTest
    @EnumSource(Claim.class)
    void whoHangsLosesTheEntryWhenTheLeaseEnds(Claim claim) {
        var hanging = new CountDownLatch(1);
        var hung = new CountDownLatch(1);
        var first = rig.node(claim, 1, handler(errand -> {
            hung.countDown();
            awaitQuietly(hanging);
            return () -> effects.add("late");
        }));
        first.inbox().keep(entry("handed-over", "1"));
        awaitQuietly(hung);
        rig.node(claim, 1, handler(errand -> () -> effects.add("in time")));
        rig.clock.advance(Duration.ofSeconds(59));
        assertThat(rig.count("state = 0")).isEqualTo(1);
        rig.clock.advance(Duration.ofSeconds(2));
        rig.await("handed over", () -> rig.count("state = 1") == 1);
        hanging.countDown();
        first.workers().stop();
        assertThat(effects).containsExactly("in time");
        assertThat(rig.count("attempts = 1")).isEqualTo(1);
    }

    @Test
    void entryThatKillsEveryNodeIsParkedInTheEnd() {
        var claims = new SkipLockedClaims(
                new org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate(rig.jdbc), rig.tx);
        rig.table.insert(List.of(entry("deadly", "1")), rig.clock.instant());
        for (int i = 0; i < 3; i++) {
            Instant now = rig.clock.instant();
            Instant lease = now.plusSeconds(60);
            assertThat(i < 2 ? claims.claim(Set.of(), 10, now, lease) : claims.claimSuspect(now, lease))
                    .hasSize(1);
            rig.clock.advance(Duration.ofSeconds(61));
        }
        rig.node(Claim.SKIP_LOCKED, 1, handler(this::record));
        rig.await("parked", () -> rig.count("state = 2 AND note LIKE 'never finished%'") == 1);
        assertThat(effects).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Claim.class)
    void neighboursOfADeadlyEntryAreNotParkedWithIt(Claim how) {
        var claims = rig.claims(how);
        rig.table.insert(
                List.of(entry("deadly", "1"), entry("beside-1", "2"), entry("beside-2", "3")), rig.clock.instant());
        for (int i = 0; i < 6; i++) {
            Instant now = rig.clock.instant();
            claims.claim(Set.of(), 10, now, now.plusSeconds(60));
            claims.claimSuspect(now, now.plusSeconds(60)).stream()
                    .filter(item -> !item.payload().contains("deadly"))
                    .forEach(item -> rig.table.finish(List.of(item), InboxTable.DONE, null, now));
            rig.clock.advance(Duration.ofSeconds(61));
        }
        assertThat(rig.count("state = 1 AND attempts = 2")).isEqualTo(2);
        rig.node(how, 1, handler(this::record));
        rig.await("parked", () -> rig.count("state = 2 AND source_key = 'deadly'") == 1);
    }

    @Test
    void slowHandlerHoldsUpNobodyElse() {
        var slow = new CountDownLatch(1);
        var node = rig.idle(Claim.SKIP_LOCKED, 2, handler(errand -> {
            if (errand.text().equals("slow")) {
                awaitQuietly(slow);
            }
            return record(errand);
        }));
        node.inbox().keep(entry("slow", "1"));
        for (int i = 0; i < 15; i++) {
            node.inbox().keep(entry("quick-" + i, "q" + i));
        }
        node.workers().start();
        rig.await("the others are done", () -> effects.size() == 15);
        slow.countDown();
        rig.await("the slow one, too", () -> effects.size() == 16);
        node.workers().stop();
    }

    @Test
    void stoppedNodeGivesBackWhatItClaimed() {
        var slow = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var node = rig.idle(Claim.SKIP_LOCKED, 1, handler(errand -> {
            begun.countDown();
            awaitQuietly(slow);
            return record(errand);
        }));
        for (int i = 0; i < 6; i++) {
            node.inbox().keep(entry("given-back-" + i, "o" + i));
        }
        node.workers().start();
        awaitQuietly(begun);
        var stopping = CompletableFuture.runAsync(() -> node.workers().stop());
        rig.await("asked to stop", () -> !node.workers().isRunning());
        slow.countDown();
        stopping.join();
        assertThat(effects).hasSize(1);
        assertThat(rig.count("state = 0 AND claim IS NULL AND attempts = 0")).isEqualTo(5);
    }

    @Test
    void cursorAndEntriesMoveTogether() {
        var node = rig.idle(Claim.SKIP_LOCKED, 1, handler(this::record));
        assertThatThrownBy(() -> rig.tx.executeWithoutResult(status -> {
                    node.inbox().keepAll(List.of(entry("k1", "1"), entry("k2", "1")));
                    throw new IllegalStateException("the cursor did not move");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rig.count("TRUE")).isZero();
        assertThat(keepAll(node, "k1", "k2", "k1")).isEqualTo(2);
        assertThat(keepAll(node, "k2", "k3")).isEqualTo(1);
        assertThat(rig.count("TRUE")).isEqualTo(3);
    }

    @Test
    void entryThatCantBeStoredRefusesNoNeighbour() {
        var node = rig.idle(Claim.SKIP_LOCKED, 1, handler(this::record));
        List<CompletableFuture<Boolean>> callers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> kept(node, i == 7 ? "键" : "key-" + i)))
                .toList();
        assertThat(callers.stream().filter(caller -> !caller.join())).hasSize(1);
        assertThat(rig.count("TRUE")).isEqualTo(19);
    }

    @Test
    void closedInboxKeepsNothingMore() throws InterruptedException {
        var node = rig.idle(Claim.SKIP_LOCKED, 1, handler(this::record));
        node.inbox().keep(entry("before", "1"));
        node.inbox().close();
        assertThatThrownBy(() -> node.inbox().keep(entry("after", "1"))).isInstanceOf(InboxBusy.class);
        assertThat(rig.count("TRUE")).isEqualTo(1);
    }

    @Test
    void whoFindsTheRoomFullIsSentAwayAtOnceAndWhoWaitsIsKept() throws Exception {
        var node = rig.idle(Claim.SKIP_LOCKED, 1, handler(this::record));
        int most = InboxRig.ROOM + 2 * InboxRig.BATCH;
        ExecutorService threads = Executors.newFixedThreadPool(most + 1);
        List<CompletableFuture<Boolean>> callers;
        try (Connection held = rig.database.getConnection();
                Statement statement = held.createStatement()) {
            statement.execute("LOCK TABLES inbox WRITE");
            callers = IntStream.rangeClosed(0, most)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> kept(node, "k" + i), threads))
                    .toList();
            rig.await("one is sent away", () -> callers.stream().anyMatch(CompletableFuture::isDone));
            assertThat(callers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                    .containsOnly(false);
            statement.execute("UNLOCK TABLES");
        } finally {
            threads.shutdown();
        }
        long kept = callers.stream().filter(CompletableFuture::join).count();
        assertThat(kept).isBetween((long) InboxRig.ROOM, (long) most);
        assertThat(rig.count("TRUE")).isEqualTo(kept);
    }

    private static boolean kept(InboxRig.Node node, String key) {
        try {
            node.inbox().keep(entry(key, "1"));
            return true;
        } catch (InboxBusy refused) {
            return false;
        }
    }

    private static Integer keepAll(InboxRig.Node node, String... keys) {
        return rig.tx.execute(status -> node.inbox()
                .keepAll(List.of(keys).stream().map(key -> entry(key, "1")).toList()));
    }

    private Effect record(Errand errand) {
        return () -> {
            rig.jdbc.update("INSERT INTO done VALUES (?)", errand.text());
            effects.add(errand.text());
        };
    }

    private static InboxHandler<Errand> handler(Function<Errand, Effect> decide) {
        return new InboxHandler<>() {
            @Override
            public Class<Errand> payload() {
                return Errand.class;
            }

            @Override
            public Effect handle(Errand errand) {
                return decide.apply(errand);
            }
        };
    }

    private static void lock(String what) {
        rig.jdbc.queryForList("SELECT what FROM done WHERE what = ? FOR UPDATE", what);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
