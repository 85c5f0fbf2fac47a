package io.genjin.benchmark.whole;

import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.world.Member;
import java.util.stream.Collectors;

/** Who writes to the bot and whom about: reps that share customers 0, 1, 2 … among them, each customer one rep's own. */
final class Team {
    /** With a message a second for each hundredth of them, a rep forwards one every 50 s. */
    static final int REPS = 5_000;

    /** One character for each digit, so that no name lies within another. */
    private static final String DIGITS = "甘泽沐岚澄屹朔瀚蔚宸";

    private Team() {}

    static String repOf(int customer) {
        return userId(customer % REPS);
    }

    static String userId(int rep) {
        return "rep%05d".formatted(rep);
    }

    static String nameOf(int customer) {
        StringBuilder name = new StringBuilder();
        for (char digit : "%06d".formatted(customer).toCharArray()) {
            name.append(DIGITS.charAt(digit - '0'));
        }
        return name + "科技";
    }

    /** The characters that {@link #nameOf} writes for 0 to 9, as arguments of a function. */
    static String digitsForSql() {
        return DIGITS.chars().mapToObj(digit -> "'" + (char) digit + "'").collect(Collectors.joining(", "));
    }

    /** What the rep forwards: it asks for a quotation, names a sum and a time, and is never said twice. */
    static String words(int customer, int turn) {
        return "您好，我是" + nameOf(customer) + "的采购，麻烦把" + (20 + turn) + "个账号的报价单发我，预算" + (5 + customer % 90)
                + "万，下周三下午三点前给我";
    }

    /** Lets WeCom know the reps. */
    static void join(WeComSimulator wecom) {
        wecom.changePeople(people -> {
            for (int rep = 0; rep < REPS; rep++) {
                people.put(Member.rep(userId(rep), "销售" + rep, "rep-" + rep + ".localhost"));
            }
        });
    }
}
