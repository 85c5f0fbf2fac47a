package io.genjin.benchmark.whole;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Gives a process a share of one core until closed: it is kept on that core and stopped for part of each 50 ms, which
 * needs no rights that a build lacks. Linux and macOS; without taskset the share is one of all cores.
 */
final class Slowed implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(50);
    /** Ends by itself when this process or that one is gone. */
    private static final String LOOP = """
            trap 'kill -CONT $1; exit' TERM
            command -v taskset >/dev/null && taskset -apc $3 $1 >/dev/null 2>&1
            while kill -0 $2 2>/dev/null && kill -STOP $1 2>/dev/null; do sleep $4; kill -CONT $1; sleep $5; done
            kill -CONT $1 2>/dev/null
            """;

    private final Process loop;

    private Slowed(Process loop) {
        this.loop = loop;
    }

    static Slowed down(BotProcess node, int core, double share) throws IOException {
        double period = PERIOD.toMillis() / 1e3;
        return new Slowed(new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        LOOP,
                        "genjin-slowed",
                        Long.toString(node.pid()),
                        Long.toString(ProcessHandle.current().pid()),
                        Integer.toString(core % Runtime.getRuntime().availableProcessors()),
                        seconds(period * (1 - share)),
                        seconds(period * share)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public void close() throws InterruptedException {
        loop.destroy();
        loop.waitFor();
    }
}
