package io.genjin.bot.wire;

import io.genjin.bot.testing.TestBot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two nodes on one database and one Redis, started once for all tests of a JVM. */
final class TwoNodes {
    private static @Nullable TestBot bot;

    private TwoNodes() {}

    static synchronized TestBot bot() {
        TestBot running = bot;
        if (running == null) {
            running = TestBot.start(2, Map.of());
            bot = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "two-nodes-end"));
        }
        return running;
    }
}
