package io.genjin.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure over several rounds. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** Forgets what the warming up showed. */
    public void clear() {
        values.clear();
    }

    public int size() {
        return values.size();
    }

    public double median() {
        return at(0.5);
    }

    /** The value that {@code share} (0 to 1) of all lie below. */
    public double at(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int last = sorted.size() - 1;
        if (share == 0.5 && sorted.size() % 2 == 0) {
            return (sorted.get(last / 2) + sorted.get(last / 2 + 1)) / 2;
        }
        return sorted.get((int) Math.min(last, Math.floor(share * sorted.size())));
    }

    /** Each of these over the value of the same round. */
    public Samples over(Samples base) {
        Samples ratios = new Samples();
        for (int i = 0; i < Math.min(size(), base.size()); i++) {
            ratios.add(values.get(i) / base.values.get(i));
        }
        return ratios;
    }

    /** Each of these less the value of the same round. */
    public Samples minus(Samples base) {
        Samples rest = new Samples();
        for (int i = 0; i < Math.min(size(), base.size()); i++) {
            rest.add(values.get(i) - base.values.get(i));
        }
        return rest;
    }

    /** Lowest and highest, for a column beside the median. */
    public String range() {
        return "[" + number(at(0)) + " " + number(at(1)) + "]";
    }

    /** Three significant digits; thousands with a comma. */
    public static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return number(median());
    }
}
