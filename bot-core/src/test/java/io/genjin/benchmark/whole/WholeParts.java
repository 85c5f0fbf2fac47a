package io.genjin.benchmark.whole;

import io.genjin.benchmark.Benchmarks.Part;
import java.util.Map;

/** The parts of this package by their names. */
public final class WholeParts {
    private WholeParts() {}

    public static void addTo(Map<String, Part> parts) {
        parts.put("card", new CardPart());
        parts.put("growth", new GrowthPart());
        parts.put("nodes", new NodesPart());
        parts.put("start", new StartPart());
    }
}
