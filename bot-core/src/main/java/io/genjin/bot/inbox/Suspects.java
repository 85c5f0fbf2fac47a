package io.genjin.bot.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Entries whose lease ran out more than once, as that of one does which kills its process. A node has one of them in hand
 * at a time, claimed by itself: who was claimed beside a deadly entry is not taken along into parking. Thread-safe.
 */
final class Suspects {
    private final InboxClaims claims;
    private final InboxDesk desk;
    private final InboxProperties properties;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);
    private long nextLook = System.nanoTime();

    Suspects(InboxClaims claims, InboxDesk desk, InboxProperties properties, InstantSource clock) {
        this.claims = claims;
        this.desk = desk;
        this.properties = properties;
        this.clock = clock;
    }

    /** Handles one; looks for one once per poll while there is none. False when none was handled. */
    boolean handleOne() {
        if (!one.tryAcquire()) {
            return false;
        }
        try {
            if (nextLook - System.nanoTime() > 0) {
                return false;
            }
            nextLook = System.nanoTime() + properties.poll().toNanos();
            Instant now = clock.instant();
            List<InboxItem> found = DeadlockRetry.run(() -> claims.claimSuspect(now, now.plus(properties.lease())));
            if (!found.isEmpty()) {
                nextLook = System.nanoTime();
                found.forEach(desk::handle);
            }
            return !found.isEmpty();
        } finally {
            one.release();
        }
    }
}
