package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A card on a rep's phone until the rep is done with it: tapped again when WeCom gave up, or when it was redrawn. */
final class CardInHand {
    private static final int MOST_TAPS = 8;

    private final MemberPhone phone;
    private final CardView card;
    private final Intention intention;
    private final Ledger ledger;
    private final AtomicInteger underWay = new AtomicInteger();
    private int taps;
    private int facesWhenTapped;
    private boolean undone;
    private volatile boolean givenUp;
    private boolean done;

    CardInHand(MemberPhone phone, CardView card, Intention intention, Ledger ledger) {
        this.phone = phone;
        this.card = card;
        this.intention = intention;
        this.ledger = ledger;
    }

    boolean isDone() {
        return done;
    }

    /** Taps if it is time to; whether there is still something to do now. */
    boolean goOn(Executor tappers) {
        if (underWay.get() > 0) {
            return true;
        }
        var now = phone.card(card);
        var button = intention.buttons().stream()
                .filter(now.buttons()::contains)
                .findFirst()
                .orElse("");
        boolean changed = now.history().size() > facesWhenTapped;
        if (now.isRecalled() || taps >= MOST_TAPS || intention.phones() == 0 || asksForAName(now)) {
            done = true;
        } else if (!button.isEmpty() && (taps == 0 || changed || givenUp)) {
            tap(now, button, taps == 0 ? intention.phones() : 1, tappers);
            return true;
        } else if (button.isEmpty()) {
            boolean undoes = intention.undo() && !undone && now.buttons().contains("撤销");
            undone = true;
            if (undoes) {
                tap(now, "撤销", 1, tappers);
                return true;
            }
            done = true;
        }
        return false;
    }

    /** A new customer begins a dialogue, which would take the rep's next words for its answer. */
    private static boolean asksForAName(CardView card) {
        return card.selected().values().stream().anyMatch(chosen -> chosen.contains("new"));
    }

    private void tap(CardView now, String button, int phones, Executor tappers) {
        taps++;
        facesWhenTapped = now.history().size();
        givenUp = false;
        underWay.addAndGet(phones);
        for (int i = 0; i < phones; i++) {
            tappers.execute(() -> {
                long begun = System.nanoTime();
                try {
                    var delivery = phone.pressesAsSeen(now, button, intention.how());
                    ledger.add(Receipts.of(card.msgId(), delivery, begun));
                    givenUp |= !delivery.accepted();
                } finally {
                    underWay.decrementAndGet();
                }
            });
        }
    }
}
