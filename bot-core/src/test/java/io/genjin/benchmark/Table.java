package io.genjin.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: the first column is text, the others are figures. */
public final class Table {
    private final List<String> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(line(Arrays.stream(head)));
        rows.add("| --- |" + " ---: |".repeat(head.length - 1));
    }

    /** Doubles are written with three significant digits. */
    public Table row(Object... cells) {
        rows.add(line(Arrays.stream(cells)
                .map(cell -> cell instanceof Double number ? Samples.number(number) : String.valueOf(cell))));
        return this;
    }

    public void print() {
        rows.forEach(System.out::println);
        System.out.println();
    }

    private static String line(java.util.stream.Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
