package io.genjin.benchmark;

import io.genjin.benchmark.callback.CallbackPath;
import io.genjin.benchmark.callback.Drain;
import io.genjin.benchmark.callback.WakeUp;
import io.genjin.benchmark.whole.WholeParts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code mvn -Pbenchmark} runs: every part, or the one named on the command line. */
public final class Benchmarks {
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    /** One table of docs/performance.md. */
    public interface Part {
        /** Measures, and prints a table in Markdown. */
        void run() throws Exception;
    }

    static {
        PARTS.put("callback", new CallbackPath());
        PARTS.put("drain", new Drain());
        PARTS.put("wakeup", new WakeUp());
        WholeParts.addTo(PARTS);
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "all" : arguments[0];
        if (!wanted.equals("all") && !PARTS.containsKey(wanted)) {
            System.err.println("benchmark: all, or one of " + PARTS.keySet());
            System.exit(2);
        }
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (wanted.equals("all") || wanted.equals(part.getKey())) {
                System.out.println("\n## " + part.getKey() + "\n");
                part.getValue().run();
            }
        }
        System.exit(0);
    }
}
