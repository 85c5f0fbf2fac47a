package io.genjin.benchmark;

/** The table at the end of each part: what was to be reached, what was, and whether. */
public final class Goals {
    private final Table table = new Table("goal", "wanted", "measured", "met");

    public Goals atLeast(String what, double wanted, double measured) {
        return row(what, "≥ " + Samples.number(wanted), measured, measured >= wanted);
    }

    public Goals atMost(String what, double wanted, double measured) {
        return row(what, "≤ " + Samples.number(wanted), measured, measured <= wanted);
    }

    private Goals row(String what, String wanted, double measured, boolean met) {
        table.row(what, wanted, measured, met ? "yes" : "**no**");
        return this;
    }

    public void print() {
        table.print();
    }
}
