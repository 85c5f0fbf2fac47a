package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Fault.Kind;
import io.genjin.sandbox.campaign.Finding.Verdict;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result as a table for people, in Markdown. */
final class Report {
    private static final int FINDINGS_SHOWN = 200;

    private final Result result;
    private final StringBuilder text = new StringBuilder();

    private Report(Result result) {
        this.result = result;
    }

    /** The table, and every finding with its ids. */
    static String of(Result result) {
        return new Report(result).write();
    }

    private String write() {
        text.append("| fault campaign | seed ").append(result.options().seed()).append(" |\n| --- | ---: |\n");
        row("messages", result.said().size());
        row("taps", result.tapped().size());
        row("· acknowledged 确认", result.acknowledged(Tapped.CONFIRM));
        row("· acknowledged 确认所选", result.acknowledged(Tapped.CONFIRM_LISTED));
        row("acknowledged or pulled by cursor", owed());
        for (var verdict : Verdict.values()) {
            row("**" + verdict.words() + "**", result.count(verdict));
        }
        row("refused and given up by WeCom after 4 deliveries, members' texts", givenUp(false));
        row("the same, 微信客服 announcements (the cursor brings their messages)", givenUp(true));
        row("the same, taps (the card stays as it was)", taps(false));
        row("kills (SIGKILL)", kills());
        for (var kind : Kind.values()) {
            row("· " + kind.words(), result.faults().getOrDefault(kind, 0));
        }
        row("starts of a node", result.starts());
        row("nodes that did not end in time after SIGTERM", result.slowStops());
        row("longest outage of the database that lost nothing", outage());
        row(
                "outage of all nodes at once that loses nothing, by WeCom's spacing",
                "below " + Outside.RETRY_AFTER.multipliedBy(3).toSeconds() + " s");
        row("came to rest", result.settled() ? "yes" : "**no**");
        row("took", result.took().toMinutes() + " min " + result.took().toSecondsPart() + " s");
        result.shortcomings()
                .forEach(each -> text.append("not good: ").append(each).append('\n'));
        result.findings().stream().limit(FINDINGS_SHOWN).forEach(each -> text.append(each)
                .append('\n'));
        if (result.findings().size() > FINDINGS_SHOWN) {
            text.append("and ")
                    .append(result.findings().size() - FINDINGS_SHOWN)
                    .append(" more\n");
        }
        return text.toString();
    }

    private long owed() {
        return result.said().stream().filter(Said::owed).count() + taps(true);
    }

    private long givenUp(boolean byCustomer) {
        return result.said().stream()
                .filter(said -> !said.acknowledged() && said.line().kind().byCustomer() == byCustomer)
                .count();
    }

    private long taps(boolean acknowledged) {
        return result.tapped().stream()
                .map(Tapped::acknowledged)
                .filter(each -> each == acknowledged)
                .count();
    }

    private int kills() {
        List<Integer> kills = new ArrayList<>();
        result.faults().forEach((kind, times) -> {
            if (kind.isKill()) {
                kills.add(kind == Kind.KILL_ALL_NODES ? times * result.options().nodes() : times);
            }
        });
        return kills.stream().mapToInt(Integer::intValue).sum();
    }

    private String outage() {
        var measured = result.outage();
        var words = measured.harmless().toSeconds() + " s";
        if (measured.harmful().isZero()) {
            return words + " (longer was not tried)";
        }
        return words
                + String.format(
                        Locale.ROOT,
                        " (%d s lost a text, whose 4 deliveries spanned %.1f s)",
                        measured.harmful().toSeconds(),
                        measured.spans().toMillis() / 1000.0);
    }

    private void row(String what, Object value) {
        text.append("| ").append(what).append(" | ").append(value).append(" |\n");
    }
}
