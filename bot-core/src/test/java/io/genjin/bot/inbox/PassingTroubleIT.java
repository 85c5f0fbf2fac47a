package io.genjin.bot.inbox;

import static io.genjin.bot.inbox.InboxRig.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.inbox.InboxProperties.Claim;
import io.genjin.bot.inbox.InboxRig.Errand;
import io.genjin.bot.platform.PassingTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import tools.jackson.databind.json.JsonMapper;

/** What is somebody else's fault parks nothing, and a clock that was wrong leaves nothing waiting for its time. */
class PassingTroubleIT {
    private static InboxRig rig;

    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final AtomicReference<RuntimeException> trouble = new AtomicReference<>();

    @BeforeAll
    static void start() {
        rig = new InboxRig();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void empty() {
        rig.jdbc.execute("DELETE FROM inbox");
    }

    @AfterEach
    void stopNodes() {
        rig.stopNodes();
    }

    @Test
    void silenceOfWeComParksNothingHoweverLongItIs() {
        trouble.set(new Silent());
        keep("patient");
        node();
        for (int i = 1; i <= 10; i++) {
            int times = i;
            rig.await("failure " + i, () -> rig.count("troubles >= ? AND claim IS NULL", times) == 1);
            rig.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(rig.count("state = 0 AND attempts = 0 AND note = 'Silent'")).isEqualTo(1);
        trouble.set(null);
        rig.clock.advance(Duration.ofMinutes(5));
        rig.await("handled", () -> rig.count("state = 1 AND note IS NULL") == 1);
        assertThat(effects).containsExactly("patient");
    }

    @Test
    void troubleThatNeverPassesEndsParkedWithItsReasonAndFreesItsOrder() {
        trouble.set(new Silent());
        rig.table.insert(List.of(entry("hopeless", "same"), entry("behind", "same")), rig.clock.instant());
        node();
        rig.await("failed", () -> rig.count("troubles = 1 AND claim IS NULL") == 1);
        rig.clock.advance(Duration.ofHours(71));
        rig.await("still tried", () -> rig.count("troubles = 2 AND claim IS NULL AND state = 0") == 1);
        rig.clock.advance(Duration.ofHours(2));
        rig.await("parked", () -> rig.count("source_key = 'hopeless' AND state = 2 AND note = 'Silent'") == 1);
        trouble.set(null);
        rig.await("what stood behind it", () -> !effects.isEmpty() || advanced());
        assertThat(effects).containsExactly("behind");
    }

    /** Whatever failed meanwhile is due again. */
    private static boolean advanced() {
        rig.clock.advance(Duration.ofMinutes(5));
        return false;
    }

    @Test
    void databaseThatIsAwayIsNoAttemptEither() {
        trouble.set(new IllegalStateException("wrapped", new CannotGetJdbcConnectionException("away")));
        keep("unhurt");
        node();
        rig.await("failed", () -> rig.count("troubles >= 1") == 1);
        trouble.set(null);
        rig.clock.advance(Duration.ofSeconds(10));
        rig.await("handled", () -> rig.count("state = 1 AND attempts = 0") == 1);
    }

    @Test
    void whatCantEvenBeWrittenDownIsGivenBackWhenTheDatabaseAnswersAgain() {
        keep("remembered");
        var failures = new InboxFailures(rig.table, rig.properties(Claim.SKIP_LOCKED, 1), rig.clock, rig.meters);
        var claims = rig.claims(Claim.SKIP_LOCKED);
        var items = claims.claim(
                Set.of(), 10, rig.clock.instant(), rig.clock.instant().plusSeconds(60));
        failures.remember(items);
        assertThat(rig.count("claim IS NULL")).isZero();
        failures.giveBackRemembered();
        assertThat(rig.count("claim IS NULL AND attempts = 0")).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackWhileTheDatabaseIsAwayIsRememberedAndForgetsNobodyInHand() {
        keep("old");
        var away = new InboxTable(rig.jdbc, JsonMapper.shared()) {
            @Override
            void giveBack(List<InboxItem> items, Instant now) {
                throw new CannotGetJdbcConnectionException("away");
            }
        };
        var properties = rig.properties(Claim.SKIP_LOCKED, 1);
        var failures = new InboxFailures(rig.table, properties, rig.clock, rig.meters);
        var claimed =
                new ClaimedEntries(rig.claims(Claim.SKIP_LOCKED), away, failures, properties, rig.clock, item -> false);
        claimed.refill(Set.of());
        rig.clock.advance(Duration.ofSeconds(31));
        assertThat(claimed.next()).isNull();
        assertThat(failures.remembersAny()).isTrue();
        failures.giveBackRemembered();
        assertThat(rig.count("claim IS NULL AND attempts = 0")).isEqualTo(1);
    }

    @Test
    void refusalThatPassesNotIsAnAttempt() {
        trouble.set(new Refused());
        keep("hopeless");
        node();
        rig.await("failed", () -> rig.count("attempts = 1 AND troubles = 0") == 1);
    }

    @Test
    void entryKeptWhileTheClockWasAnHourAheadIsHandledOnceItIsPutRight() {
        rig.clock.advance(Duration.ofHours(1));
        keep("from-the-future");
        rig.clock.advance(Duration.ofHours(-1));
        node();
        rig.await("handled", () -> effects.contains("from-the-future"));
    }

    @Test
    void claimAndPauseOfAClockThatWasAheadEndWhenItIsPutRight() {
        keep("claimed");
        keep("paused");
        rig.clock.advance(Duration.ofHours(1));
        rig.claims(Claim.SKIP_LOCKED)
                .claim(Set.of(), 1, rig.clock.instant(), rig.clock.instant().plusSeconds(60));
        var paused = rig.claims(Claim.SKIP_LOCKED)
                .claim(Set.of(), 1, rig.clock.instant(), rig.clock.instant().plusSeconds(60));
        rig.table.release(paused.get(0), "test", rig.clock.instant().plusSeconds(60));
        rig.clock.advance(Duration.ofHours(-1));
        node();
        rig.await("both handled", () -> effects.size() == 2);
        assertThat(rig.count("attempts = 1")).isEqualTo(2);
    }

    @Test
    void clockThatFallsBackHoldsNothingUp() {
        node();
        keep("before");
        rig.await("before", () -> effects.contains("before"));
        rig.clock.advance(Duration.ofHours(-1));
        keep("after");
        rig.await("after", () -> effects.contains("after"));
        assertThat(rig.table.oldestWaiting(rig.clock.instant())).isZero();
        rig.clock.advance(Duration.ofHours(1));
    }

    @Test
    void honestPauseIsNotCutShort() {
        keep("resting");
        var items = rig.claims(Claim.SKIP_LOCKED)
                .claim(Set.of(), 1, rig.clock.instant(), rig.clock.instant().plusSeconds(60));
        rig.table.postpone(
                items.get(0), "test", rig.clock.instant(), rig.clock.instant().plusSeconds(300));
        rig.table.pullBack(rig.clock.instant(), rig.clock.instant().plusSeconds(360));
        assertThat(rig.claims(Claim.SKIP_LOCKED)
                        .claim(
                                Set.of(),
                                1,
                                rig.clock.instant(),
                                rig.clock.instant().plusSeconds(60)))
                .isEmpty();
    }

    private void keep(String key) {
        rig.table.insert(List.of(entry(key, key)), rig.clock.instant());
    }

    private void node() {
        rig.node(Claim.SKIP_LOCKED, 1, new InboxHandler<Errand>() {
            @Override
            public Class<Errand> payload() {
                return Errand.class;
            }

            @Override
            public Effect handle(Errand errand) {
                RuntimeException failure = trouble.get();
                if (failure != null) {
                    throw failure;
                }
                return () -> effects.add(errand.text());
            }
        });
    }

    private static final class Silent extends RuntimeException implements PassingTrouble {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean passing() {
            return true;
        }
    }

    private static final class Refused extends RuntimeException implements PassingTrouble {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean passing() {
            return false;
        }
    }
}
