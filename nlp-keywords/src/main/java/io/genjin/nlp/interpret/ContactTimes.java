package io.genjin.nlp.interpret;

import io.genjin.nlp.ContactTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of all times in a message, the one at which the two sides are to be in touch. */
final class ContactTimes {
    private static final Pattern DAY = Pattern.compile(
            DayWords.REGEX + "(?:[ 的]?(?<part>" + ClockWords.PART + "))?(?:[ 的]?" + ClockWords.REGEX + ")?");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d.:月号周])(?:(?<part>" + ClockWords.PART + ")[ ]?)?" + ClockWords.REGEX + "(?![\\d:])");
    private static final Pattern SOON =
            Pattern.compile("(?<n>\\d{1,2}|[一二三四五六七八九十两]{1,3}|半)个?(?<half>半)?(?<unit>小时|钟头|分钟)(?:后|之后|以后)");

    /** Needed where only a clock time or 今天 is said: somebody does something towards the other. */
    private static final Pattern TOWARDS = Pattern.compile(
            "给(?:您|你|我|贵)|发(?:您|你|我)|回(?:您|你|我|复|电|$)|打(?:给|您|你|我|电话)|推给|电话|微信联系|过来|过去|上门|拜访|聊|碰|见|面谈|开会|会议|对一|过一遍|演示|汇报|找(?:您|你|我)|联系|告诉|告知|反馈|答复|来(?:我|公司|拿|签|店|厂|谈|一趟)|远程|改成|改到|约|通话|语音|视频|准时|等(?:您|你)|到(?:您|你|我)|通个|再说|前(?:要|给|发|出|回)|发出|寄");

    private static final Pattern CONTACT = Pattern.compile(
            TOWARDS.pattern()
                    + "|谈|说|回|来|去|发|签|看|送|拉|喊|叫|通知|确认|沟通|培训|复盘|进场|回访|安排|出来|整理|喝|饭|信|要|可以|方便|有空|有时间|跟|会$|会见|走一遍|再|到|交|对$|上线过|讲|试|开|装|行$|行吗|吧$|如何|怎么样|见面|给$|报");
    private static final Pattern REFUSED = Pattern.compile(
            "^(?:以后|之后|过后|后(?!天))|^[^,，。 ]{0,4}?(?:不行|不方便|不在|没空|没时间|来不了|去不了|有事|有会|排满|不可以|不得空|不成|要开会|不合适|约了(?!您|你))");
    private static final Pattern NOT_CONTACT = Pattern.compile(
            "到期|交期|工期|周期|有效|过期|截止|发布会|直播|内部|例会|关账|到货|预计|发货|出货|付款|打款|回款|到账|付清|结清|放假|开学|高考|生日|结婚|开业|发版|工资|下单|涨|停机|大促|收盘|开盘|年会|开庭|体检|上线|女神节|展会|广交会|休假|产假|上市|停电|搬家|搬厂|入职|离职|转正|回国|飞|航班|船期|开船|保质|质保|天气|下雨|降温|考试|毕业|还款|交货|交付|投产|审计(?!走)|董事会|招标|开标|上会|定的话|没空|没时间|忙");
    private static final Pattern PAST =
            Pattern.compile("(?:去年|前年|上次|上回|昨天|上周|上个月|之前|当时|刚才)[^,，。 ]{0,3}$|(?<![早晚马])上个?$");
    private static final Pattern UNTIL = Pattern.compile("(?:续到|延到|用到|截至|截止到?|开到|有效期[至到]?|版到|到期日?|账号到|免费到|质保到|从|自)$");
    private static final Pattern DONE = Pattern.compile("(?:来|发|到|收到|去|打|签|开|看|寄|聊|说|跟[^,，。 ]{1,6}聊)(?:过)?了");
    private static final Pattern THEN = Pattern.compile("到时|届时|再(?:来|聊|碰|谈|联系|说|找|约|议|定|看|过来|给|回|打)");

    /** 下午来一趟: only a part of the day that is not over. */
    private static final Pattern LATER_TODAY =
            Pattern.compile("(?:^|(?<=[ ,，。!！?？\\n我您你那就咱]))(?:(?<afternoon>下午)|晚上|傍晚)(?=[^,，。 ]{1,12})");

    /** Times of one message that are read at most. */
    private static final int MOST = 32;

    private ContactTimes() {}

    static Optional<ContactTime> in(String text, Clauses clauses, LocalDateTime sent) {
        Optional<ContactTime> soon = soon(text, clauses, sent);
        if (soon.isPresent()) {
            return soon;
        }
        List<Spoken> days = days(text, sent.toLocalDate());
        for (int i = 0; i < days.size(); i++) {
            Spoken day = days.get(i);
            int horizon = i + 1 < days.size() ? days.get(i + 1).start : text.length();
            if (day.date != null && isContact(text, clauses, day, horizon)) {
                LocalTime time = day.time != null ? day.time : laterClock(text, days, day);
                return Optional.of(new ContactTime(day.date, time));
            }
        }
        return days.isEmpty()
                ? clockAlone(text, clauses, sent).or(() -> laterToday(text, clauses, sent))
                : Optional.empty();
    }

    private static Optional<ContactTime> laterToday(String text, Clauses clauses, LocalDateTime sent) {
        Matcher m = LATER_TODAY.matcher(text);
        while (m.find()) {
            String after = text.substring(m.end(), clauses.endOf(m.end()));
            boolean over = sent.getHour() >= (m.group("afternoon") == null ? 22 : 17);
            if (!over
                    && TOWARDS.matcher(after).find()
                    && !CLOCK.matcher(after).find()
                    && !DONE.matcher(after).find()
                    && !REFUSED.matcher(after).find()
                    && !NOT_CONTACT.matcher(after).find()) {
                return Optional.of(new ContactTime(sent.toLocalDate(), null));
            }
        }
        return Optional.empty();
    }

    private record Spoken(
            int start,
            int end,
            @Nullable LocalDate date,
            @Nullable LocalTime time,
            boolean today) {}

    private static List<Spoken> days(String text, LocalDate sent) {
        var days = new ArrayList<Spoken>();
        Matcher m = DAY.matcher(text);
        while (days.size() < MOST && m.find()) {
            String part = m.group("part");
            String near = m.group("near");
            if (part == null && near != null && (near.endsWith("晚") || near.endsWith("早"))) {
                part = near.substring(near.length() - 1);
            }
            boolean clock = m.group("hour") != null || m.group("colonHour") != null;
            LocalTime time = clock ? ClockWords.resolve(m, part).orElse(null) : null;
            LocalDate date = DayWords.resolve(m, sent).orElse(null);
            days.add(new Spoken(m.start(), m.end(), date, time, near != null && near.startsWith("今")));
        }
        return days;
    }

    private static boolean isContact(String text, Clauses clauses, Spoken day, int horizon) {
        int from = clauses.startOf(day.start);
        int to = Math.min(clauses.endOf(day.end), horizon);
        String before = text.substring(from, day.start);
        String after = text.substring(day.end, Math.max(day.end, to));
        String clause = before + after;
        if (REFUSED.matcher(after).find()
                || PAST.matcher(before).find()
                || UNTIL.matcher(before).find()) {
            return false;
        }
        String rest = text.substring(day.end, Math.min(horizon, day.end + Math.min(40, text.length() - day.end)));
        boolean then = THEN.matcher(rest).find();
        if (!then
                && NOT_CONTACT.matcher(clause).find()
                && !TOWARDS.matcher(after).find()) {
            return false;
        }
        if (day.today) {
            return (TOWARDS.matcher(clause).find() && !DONE.matcher(clause).find());
        }
        // A message that is nothing but a day answers the question when.
        boolean onlyTheDay = day.start == 0 && day.end == text.length();
        return then
                || onlyTheDay
                || day.time != null
                || CONTACT.matcher(clause).find()
                || (clause.length() < 3 && CONTACT.matcher(rest).find());
    }

    /** 6月3号可以 上午十点半到吧: the hour comes in a later clause. */
    private static @Nullable LocalTime laterClock(String text, List<Spoken> days, Spoken day) {
        Matcher m = CLOCK.matcher(text);
        for (int at = day.end; m.find(at); at = m.end()) {
            int start = m.start();
            boolean ofAnotherDay = days.stream().anyMatch(d -> d.end > day.end && d.start <= start);
            if (ofAnotherDay) {
                return null;
            }
            if (m.group("part") != null || m.group("colonHour") != null) {
                return ClockWords.resolve(m, m.group("part")).orElse(null);
            }
        }
        return null;
    }

    private static Optional<ContactTime> clockAlone(String text, Clauses clauses, LocalDateTime sent) {
        Matcher m = CLOCK.matcher(text);
        while (m.find()) {
            boolean named = m.group("part") != null || m.group("colonHour") != null || m.group("half") != null;
            String clause = clauses.around(m.start(), m.end());
            if (named
                    && TOWARDS.matcher(clause).find()
                    && !DONE.matcher(clause).find()
                    && !NOT_CONTACT.matcher(clause).find()) {
                Optional<LocalTime> time = ClockWords.resolve(m, m.group("part"));
                if (time.isPresent() && time.get().isAfter(sent.toLocalTime())) {
                    return Optional.of(new ContactTime(sent.toLocalDate(), time.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ContactTime> soon(String text, Clauses clauses, LocalDateTime sent) {
        Matcher m = SOON.matcher(text);
        if (!m.find() || !TOWARDS.matcher(clauses.around(m.start(), m.end())).find()) {
            return Optional.empty();
        }
        long unit = m.group("unit").equals("分钟") ? 1 : 60;
        long minutes = m.group("n").equals("半")
                ? unit / 2
                : ChineseNumber.small(m.group("n")).orElse(0) * unit + (m.group("half") == null ? 0 : unit / 2);
        LocalDateTime at = sent.plusMinutes(minutes);
        return Optional.of(
                new ContactTime(at.toLocalDate(), at.toLocalTime().withSecond(0).withNano(0)));
    }
}
