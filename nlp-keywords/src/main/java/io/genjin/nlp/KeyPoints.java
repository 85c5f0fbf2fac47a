package io.genjin.nlp;

import io.genjin.nlp.Summarizer.Read;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The key points in at most two lines: what was talked about, and who else is in the race or what we answered. */
final class KeyPoints {
    private static final int LINE = 40;

    private KeyPoints() {}

    static List<String> of(List<Read> read) {
        var lines = new ArrayList<String>();
        String topics = topics(read);
        if (!topics.isEmpty()) {
            lines.add(Shortened.to(LINE, topics));
        }
        String second = second(read);
        if (!second.isEmpty()) {
            lines.add(Shortened.to(LINE, second));
        }
        return lines;
    }

    private static String topics(List<Read> read) {
        Map<Intent, Polarity> last = new EnumMap<>(Intent.class);
        BigDecimal amount = null;
        for (Read each : read) {
            each.analysis().signals().forEach(s -> last.put(s.intent(), s.polarity()));
            amount = each.analysis().amountYuan().orElse(amount);
        }
        var parts = new ArrayList<String>();
        append(parts, "谈到", last, Polarity.POSITIVE);
        append(parts, "暂缓或拒绝", last, Polarity.NEGATIVE);
        if (amount != null) {
            parts.add("金额" + Yuan.text(amount));
        }
        return String.join("，", parts);
    }

    private static void append(List<String> parts, String verb, Map<Intent, Polarity> last, Polarity polarity) {
        var words = last.keySet().stream()
                .filter(i -> last.get(i) == polarity)
                .map(KeyPoints::word)
                .toList();
        if (!words.isEmpty()) {
            parts.add(verb + String.join("、", words));
        }
    }

    private static String second(List<Read> read) {
        var rivals = new LinkedHashSet<String>();
        String answer = "";
        boolean customerSpoke = read.stream().anyMatch(r -> r.by(Speaker.CUSTOMER));
        for (Read each : read) {
            rivals.addAll(each.analysis().competitors());
            if (customerSpoke
                    && each.by(Speaker.REP)
                    && !each.analysis().signals().isEmpty()) {
                answer = CoreNeed.of(List.of(each));
            }
        }
        var parts = new ArrayList<String>();
        if (!rivals.isEmpty()) {
            parts.add("提到竞品" + String.join("、", rivals));
        }
        if (!answer.isEmpty()) {
            parts.add("我方：" + answer);
        }
        return String.join("；", parts);
    }

    private static String word(Intent intent) {
        return switch (intent) {
            case QUOTE -> "报价";
            case TRIAL -> "试用";
            case CONTRACT -> "合同";
        };
    }
}
