package io.genjin.sandbox.campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until nothing is left to do, and looks at what exists then. */
final class Rest {
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final long LOOK_EVERY_MILLIS = 500;
    /** Looks in a row that find nothing to do: what one part hands to the next is seen at one of them. */
    private static final int QUIET_LOOKS = 6;

    private final Outside outside;
    private final Thumbs thumbs;
    private final Consumer<String> log;

    Rest(Outside outside, Thumbs thumbs, Consumer<String> log) {
        this.outside = outside;
        this.thumbs = thumbs;
        this.log = log;
    }

    /** False when something still waits at the end of its time. */
    boolean await() throws InterruptedException {
        long until = System.nanoTime() + WITHIN.toNanos();
        long waiting = -1;
        for (int quiet = 0; quiet < QUIET_LOOKS; ) {
            if (System.nanoTime() > until) {
                log.accept("no rest after " + WITHIN + ": " + waiting + " still wait");
                return false;
            }
            waiting = waiting();
            quiet = waiting == 0 && !thumbs.busy() ? quiet + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    private long waiting() {
        try (var database = new DatabaseReader(outside.jdbcUrl())) {
            return database.waiting();
        } catch (SQLException away) {
            return -1;
        }
    }

    Evidence evidence(Cast cast) throws SQLException {
        try (var database = new DatabaseReader(outside.jdbcUrl())) {
            return new Evidence(
                    database.inbox(),
                    database.chat(),
                    database.drafts(),
                    database.followUps(),
                    database.pushes(),
                    database.leadsTwice(),
                    PhoneReader.lines(outside.wecom(), cast),
                    PhoneReader.dropped(outside.wecom()));
        }
    }
}
