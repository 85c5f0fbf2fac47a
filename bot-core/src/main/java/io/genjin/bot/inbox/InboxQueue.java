package io.genjin.bot.inbox;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** How long entries wait, for whoever watches. */
@Component
public class InboxQueue {
    private final InboxTable table;
    private final InboxProperties properties;
    private final InstantSource clock;

    InboxQueue(InboxTable table, InboxProperties properties, InstantSource clock) {
        this.table = table;
        this.properties = properties;
        this.clock = clock;
    }

    /** Age of the oldest entry that is neither handled nor given up; zero when there is none. */
    public Duration oldestWaiting() {
        return table.oldestWaiting(clock.instant());
    }

    /** The age from which on people should know of it. */
    public Duration alarmAfter() {
        return properties.alarmAfter();
    }
}
