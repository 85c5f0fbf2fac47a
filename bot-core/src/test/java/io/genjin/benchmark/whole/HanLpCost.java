package io.genjin.benchmark.whole;

import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Lexicon;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;

/** A process that does nothing but make an analyzer and read one message: prints its seconds and megabytes. */
final class HanLpCost {
    private HanLpCost() {}

    public static void main(String[] arguments) throws Exception {
        double before = residentMegabytes();
        long start = System.nanoTime();
        Analyzer.create(Lexicon.bundled())
                .analyze(new Message(Speaker.CUSTOMER, OffsetDateTime.now(), Team.words(0, 0)));
        System.out.printf(Locale.ROOT, "%.3f %.0f%n", (System.nanoTime() - start) / 1e9, residentMegabytes() - before);
    }

    private static double residentMegabytes() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .sum()
                : Double.NaN;
    }
}
