package io.genjin.nlp;

import io.genjin.nlp.Summarizer.Read;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The core need in one line: the clauses that carry a signal, a quantity or a budget, without the politeness. */
final class CoreNeed {
    private static final Pattern POLITE = Pattern.compile(
            "^(?:\\[[^\\]]{1,8}\\]|您好|你好|亲|哈喽|hello|hi|在吗|在不|那个|哦对了|对了|好的|嗯+|麻烦(?:您|你)?(?:们)?|劳驾|请问|请(?!假|款)|辛苦(?:您|你)?|帮忙|方便的话|老师|老哥|哥|姐|[\\p{IsHan}]{1,2}(?:总|经理|主任|工)(?:好|您好|你好)?(?=$|[ ,，])|早上好|上午好|下午好|晚上好|早)[ ,，:：~]*");
    private static final Pattern TAIL = Pattern.compile("(?:[ ]*\\[[^\\]]{1,8}\\]|哈|哦|呗|啊|吧|谢谢(?:您|你)?|可以吗|好吗|行吗)+$");
    private static final Pattern HAND_OVER = Pattern.compile(
            "^(?:你|您|你们)?把(?<what>.{2,30}?)(?:也|都|先)?(?:重新)?(?:发|给|报|出|做|整理|寄|弄)(?:给)?(?:我们?|一份|一下|出来|过来)+(?<rest>.*)$");
    private static final Pattern SEND = Pattern.compile(
            "^(?:你们?|您)?(?:给我们?|帮我们?)?(?:发|出|给|来|做|寄|开)(?:我们?|给我们?)?(?:一份|一个|一下|个|份|台|下)(?<what>[^,，。]{2,24}?)(?:过来|给我们?|发我)?$");
    private static final Pattern QUANTITY = Pattern.compile(
            "\\d{1,7} ?(?:个|台|套|人|家|名|位|坐席|账号|门店|点位|用户|学员|条线|辆|间|仓|平|公斤|kg)|[一二三四五六七八九十两百千]{1,6}(?:个|台|套|家|间|辆)(?:账号|门店|设备|点位|店|仓|人|坐席|厂|校区)");
    private static final Pattern BUDGET = Pattern.compile("预算|以内|封顶|不超过|交期|工期|要求|含税");
    private static final Pattern AMOUNT =
            Pattern.compile("\\d{1,9}(?:\\.\\d{1,4})?[万wk]|[一二三四五六七八九十百]{1,6}万|¥\\d|\\d元");

    private CoreNeed() {}

    static String of(List<Read> read) {
        boolean customerSpoke = read.stream().anyMatch(r -> r.by(Speaker.CUSTOMER));
        Set<String> clauses = new LinkedHashSet<>();
        for (Read each : read) {
            if (!customerSpoke || each.by(Speaker.CUSTOMER)) {
                collect(each, clauses);
            }
        }
        return join(clauses);
    }

    private static void collect(Read read, Set<String> out) {
        for (MatchResult clause : SaidClauses.in(read.message().text())) {
            if (matters(read, clause)) {
                String words = plain(clause.group());
                if (words.length() >= 2) {
                    out.add(words);
                }
            }
        }
    }

    private static boolean matters(Read read, MatchResult clause) {
        for (Signal signal : read.analysis().signals()) {
            if (signal.start() < clause.end() && signal.end() > clause.start()) {
                return true;
            }
        }
        boolean amount = AMOUNT.matcher(clause.group()).find();
        // Without any signal a number alone is no need: 我们有12家店.
        boolean counted = !read.analysis().signals().isEmpty()
                && (amount || QUANTITY.matcher(clause.group()).find());
        return counted || (amount && BUDGET.matcher(clause.group()).find());
    }

    /** The clause as a need: 麻烦把50个账号的报价单发我 becomes 要50个账号的报价单. */
    static String plain(String clause) {
        String words = clause.strip();
        for (Matcher polite = POLITE.matcher(words);
                polite.find() && !polite.group().isEmpty();
                polite = POLITE.matcher(words)) {
            words = words.substring(polite.end());
        }
        words = TAIL.matcher(words).replaceFirst("").strip();
        Matcher handOver = HAND_OVER.matcher(words);
        if (handOver.matches()) {
            return "要" + handOver.group("what") + handOver.group("rest");
        }
        Matcher send = SEND.matcher(words);
        return send.matches() ? "要" + send.group("what") : words;
    }

    private static String join(Set<String> clauses) {
        var need = new StringBuilder();
        for (String clause : clauses) {
            int length = need.length() + clause.length() + (need.isEmpty() ? 0 : 1);
            if (length <= CaseSummary.NEED_LENGTH) {
                need.append(need.isEmpty() ? "" : "，").append(clause);
            } else if (need.isEmpty()) {
                return Shortened.to(CaseSummary.NEED_LENGTH, clause);
            }
        }
        return need.toString();
    }
}
