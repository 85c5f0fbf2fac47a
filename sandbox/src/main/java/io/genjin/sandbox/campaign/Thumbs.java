package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The reps' thumbs: they tap the cards that arrive, as the seed makes them. One thread looks, several tap. */
final class Thumbs implements AutoCloseable {
    private static final int TAPPERS = 12;
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Ledger ledger;
    private final List<Rep> reps = new ArrayList<>();
    private final ExecutorService tappers = Executors.newFixedThreadPool(TAPPERS);
    private final Breakage breakage = new Breakage();
    private final Thread looker = new Thread(breakage.watch(this::run), "campaign-thumbs");
    private volatile boolean over;
    private volatile boolean busy = true;

    Thumbs(WeComSimulator wecom, Cast cast, Ledger ledger, long seed) {
        this.ledger = ledger;
        for (int rep = 0; rep < cast.reps(); rep++) {
            reps.add(new Rep(wecom.member(cast.userId(rep)), new Random(seed * 31 + rep)));
        }
        looker.setDaemon(true);
    }

    void start() {
        looker.start();
    }

    /** Whether a card was tapped, or is still to be, at the last look. */
    boolean busy() {
        return busy;
    }

    /**
     * To be called before the end: whatever broke afterwards broke because of it.
     *
     * @throws IllegalStateException if a look or a tap broke
     */
    void finish() {
        breakage.rethrow();
    }

    private void run() {
        try {
            while (!over) {
                boolean some = false;
                for (var rep : reps) {
                    some |= rep.look();
                }
                busy = some;
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy = false;
        }
    }

    @Override
    public void close() {
        over = true;
        looker.interrupt();
        tappers.shutdownNow();
    }

    /** One rep: which cards they hold, and what they make of the next one. */
    private final class Rep {
        private final MemberPhone phone;
        private final Random random;
        private final List<CardInHand> cards = new ArrayList<>();
        private int seen;

        Rep(MemberPhone phone, Random random) {
            this.phone = phone;
            this.random = random;
        }

        boolean look() {
            for (var message : phone.receivedSince(seen)) {
                seen++;
                message.card()
                        .filter(card -> !card.buttons().isEmpty())
                        .ifPresent(card -> cards.add(new CardInHand(phone, card, Intention.of(random), ledger)));
            }
            cards.removeIf(CardInHand::isDone);
            boolean some = false;
            for (var card : cards) {
                some |= card.goOn(task -> tappers.execute(breakage.watch(task)));
            }
            return some;
        }
    }
}
