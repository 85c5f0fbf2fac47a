package io.genjin.nlp;

import io.genjin.nlp.Summarizer.Read;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The key points in at most two lines, and only what no other field says: who decides, by when, on which condition, how
 * many, who else is in the race, what we answered. Topics and amounts have rows of their own.
 */
final class KeyPoints {
    private static final int LINE = 40;
    private static final int SHORTEST = 4;

    private static final Pattern DECIDES = Pattern.compile(
            "做不了主|拍板|说了算|上会|立项|招标|投标|竞标|(?:老板|领导|总部|集团|采购|法务|财务|技术|董事会?|院长|校长|[\\p{IsHan}]总|厂长|信息科)[^,，。]{0,6}(?:定|批|审|点头|看|过|同意|决定|把关|签字)|审批|走流程");
    private static final Pattern DUE =
            Pattern.compile("到期|交期|工期|截止|上线|投产|开业|验收|(?:[周号日底月初天]|年底)之?[前内][^,，。]{0,4}(?:要|用|到|完|签|定|交|上|装)");
    private static final Pattern CONDITION = Pattern.compile(
            "^(?:但|不过|只要|必须|前提|否则|不然|除非|得先|要是|如果)|的话|才能|前提|账期|月结|付款|首付|分期|尾款|专票|普票|含税|培训|维保|质保|保修|售后|部署|私有化|本地化|对接|接口|兼容|源码|等保|资质|违约|定制|改成|必须|二次开发|数据安全|迁移|安装|运费|包邮");
    private static final Pattern QUANTITY = Pattern.compile(
            "(?:\\d{1,7}|[一二三四五六七八九十两百千几]{1,6}) ?(?:多)?(?:个(?!月|点(?!位))|台|套|人(?!民)|家|名|位|辆|间|仓|条线|坐席|账号|门店|点位|学员)");
    private static final Pattern IN_USE =
            Pattern.compile("(?:现用|在用|(?:我们|我司|公司|目前|现在|一直)[^,，。]{0,4}用)(?:着|的|的是)?[^,，。]{0,3}$");

    private KeyPoints() {}

    static List<String> of(List<Read> read, String need, String objection) {
        var lines = new ArrayList<String>();
        Set<String> facts = facts(read, need, objection);
        String said = need + objection + String.join("", facts);
        addLine(lines, takeWhatFits(facts));
        String others = others(read, said);
        addLine(lines, others.isEmpty() ? takeWhatFits(facts) : others);
        return lines;
    }

    private static void addLine(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(Shortened.to(LINE, line));
        }
    }

    private static Set<String> facts(List<Read> read, String need, String objection) {
        boolean customerSpoke = read.stream().anyMatch(r -> r.by(Speaker.CUSTOMER));
        Set<String> facts = new LinkedHashSet<>();
        for (Read each : read) {
            if (!customerSpoke || each.by(Speaker.CUSTOMER)) {
                for (MatchResult clause : SaidClauses.in(each.message().text())) {
                    String words = CoreNeed.plain(clause.group());
                    boolean said = need.contains(words) || objection.contains(words);
                    if (words.length() >= SHORTEST && !said && isFact(words)) {
                        facts.add(words);
                    }
                }
            }
        }
        return facts;
    }

    private static boolean isFact(String words) {
        return DECIDES.matcher(words).find()
                || DUE.matcher(words).find()
                || CONDITION.matcher(words).find()
                || QUANTITY.matcher(words).find();
    }

    /** As many facts as one line holds, taken out of the set; the first one in any case. */
    private static String takeWhatFits(Set<String> facts) {
        var line = new StringBuilder();
        var left = facts.iterator();
        while (left.hasNext()) {
            String fact = left.next();
            if (line.isEmpty() || line.length() + 1 + fact.length() <= LINE) {
                line.append(line.isEmpty() ? "" : "，").append(fact);
                left.remove();
            }
        }
        return line.toString();
    }

    private static String others(List<Read> read, String said) {
        var parts = new ArrayList<String>();
        String rivals = rivals(read, said);
        if (!rivals.isEmpty()) {
            parts.add(rivals);
        }
        String answer = answer(read);
        if (!answer.isEmpty()) {
            parts.add("我方：" + answer);
        }
        return String.join("；", parts);
    }

    private static String rivals(List<Read> read, String said) {
        var inUse = new LinkedHashSet<String>();
        var mentioned = new LinkedHashSet<String>();
        for (Read each : read) {
            String text = each.message().text();
            for (String rival : each.analysis().competitors()) {
                int at = Math.max(0, text.indexOf(rival));
                boolean used = IN_USE.matcher(text.substring(0, at)).find();
                if (!said.contains(rival)) {
                    (used ? inUse : mentioned).add(rival);
                }
            }
        }
        mentioned.removeAll(inUse);
        var parts = new ArrayList<String>();
        if (!inUse.isEmpty()) {
            parts.add("在用" + String.join("、", inUse));
        }
        if (!mentioned.isEmpty()) {
            parts.add("提到竞品" + String.join("、", mentioned));
        }
        return String.join("，", parts);
    }

    /** What the rep said last on a step, where it answers a customer. */
    private static String answer(List<Read> read) {
        boolean customerSpoke = read.stream().anyMatch(r -> r.by(Speaker.CUSTOMER));
        String answer = "";
        for (Read each : read) {
            if (customerSpoke
                    && each.by(Speaker.REP)
                    && !each.analysis().signals().isEmpty()) {
                answer = CoreNeed.of(List.of(each));
            }
        }
        return answer;
    }
}
