package io.genjin.nlp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through a pasted chat line by line and gathers each speaker's words. */
final class PastedLines {
    private static final String DATE =
            "(?:(?:(?<y>20\\d\\d)[-/.年])?(?<m>\\d{1,2})[-/.月](?<d>\\d{1,2})日?|昨天|前天|今天|(?:星期|周)[一二三四五六日天])";
    private static final String TIME =
            "(?:(?<part>上午|下午|晚上|凌晨|中午|早上)\\s*)?(?<h>\\d{1,2}):(?<min>[0-5]\\d)(?::(?<s>[0-5]\\d))?(?:\\s*(?<ap>[AaPp][Mm]))?";
    private static final String NAME = "(?<name>[^\\s:：,，。!！?？\\d][^:：,，。!！?？\\n]{0,23}?)";
    private static final Pattern NAME_FIRST = Pattern.compile(
            "^" + NAME + "[ \\t]+(?:" + DATE + "[ \\t]*)?" + TIME + "(?:[ \\t]*[:：][ \\t]*(?<words>.+))?$");
    private static final Pattern TIME_FIRST = Pattern.compile("^[\\[【(（]?(?:" + DATE + "[ \\t]*)?" + TIME
            + "[\\]】)）]?[ \\t]+" + NAME + "(?:[ \\t]*[:：][ \\t]*(?<words>.+)?)?$");
    private static final Pattern COLON = Pattern.compile(
            "^(?<name>[\\p{IsHan}]{2,6}|[\\p{IsHan}A-Za-z·\\-_()（）@]{2,16}|[A-Za-z][A-Za-z .]{1,20})[ ]?[:：][ ]*(?<words>.+)$");
    /** What stands before a colon in a form or a list is no name. */
    private static final Pattern FIELD = Pattern.compile(
            "报价|价格|总价|单价|金额|预算|费用|地址|电话|手机|邮箱|时间|日期|备注|客户名|公司|产品|数量|合同|要求|需求|问题|规格|联系|型号|发票|税号|抬头|开户|账号|密码|乙方|甲方|主题|收件|发件|注意|说明|方案|配置|付款|交期|询个?价|如下|另外|http|链接|名称|行业|阶段|记录|备忘|结论|总结|附件|回复|以下|包括|比如|例如|项目|首付|尾款");
    /** 周三 10:30 is a time, not a person. */
    private static final Pattern DAY =
            Pattern.compile("^(?:[本这下上]?(?:周|星期|礼拜)[一二三四五六日天]|[今明后昨]天|大后天|上午|下午|晚上|中午|早上|\\d+月)");

    private static final Pattern RULE_LINE = Pattern.compile("^[\\s—\\-─=*·]*(?:" + DATE + ")?[\\s—\\-─=*·]*$");
    private static final Pattern MARK = Pattern.compile("[@＠].{1,20}$");

    private final List<PastedChat.Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private @Nullable String speaker;
    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private boolean plain;

    PastedLines(String text) {
        text.strip().lines().map(String::strip).forEach(this::take);
        close();
    }

    List<PastedChat.Line> lines() {
        return plain ? List.of() : lines;
    }

    private void take(String line) {
        Matcher head = header(line);
        if (head != null) {
            close();
            speaker = MARK.matcher(head.group("name").strip()).replaceFirst("").strip();
            append(head.group("words"));
        } else if (speaker == null) {
            plain |= !RULE_LINE.matcher(line).matches();
        } else if (!line.isEmpty()) {
            append(line);
        }
    }

    private @Nullable Matcher header(String line) {
        for (Pattern timed : List.of(NAME_FIRST, TIME_FIRST)) {
            Matcher head = timed.matcher(line);
            if (head.matches()
                    && !FIELD.matcher(head.group("name")).find()
                    && !DAY.matcher(head.group("name")).find()) {
                close();
                date = date(head);
                time = time(head);
                return head;
            }
        }
        Matcher colon = COLON.matcher(line);
        if (colon.matches() && !FIELD.matcher(colon.group("name")).find()) {
            close();
            date = null;
            time = null;
            return colon;
        }
        return null;
    }

    private void close() {
        if (speaker != null && !words.isEmpty()) {
            lines.add(new PastedChat.Line(speaker, date, time, words.toString()));
        }
        words.setLength(0);
        speaker = null;
    }

    private void append(@Nullable String more) {
        if (more != null && !more.isBlank()) {
            words.append(words.isEmpty() ? "" : "\n").append(more.strip());
        }
    }

    private static @Nullable LocalDate date(Matcher head) {
        if (head.group("y") == null) {
            return null;
        }
        try {
            return LocalDate.of(number(head, "y"), number(head, "m"), number(head, "d"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime time(Matcher head) {
        int hour = number(head, "h");
        String part = head.group("part");
        boolean afternoon = "下午".equals(part)
                || "晚上".equals(part)
                || "pm".equalsIgnoreCase(head.group("ap"))
                || ("中午".equals(part) && hour < 3);
        hour += afternoon && hour < 12 ? 12 : 0;
        return hour > 23
                ? null
                : LocalTime.of(hour, number(head, "min"), head.group("s") == null ? 0 : number(head, "s"));
    }

    private static int number(Matcher head, String group) {
        return Integer.parseInt(head.group(group));
    }
}
