package io.genjin.nlp;

import io.genjin.nlp.Summarizer.Read;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What we owe the customer and when we meet: 发50个账号报价单；11月24日15:00电话. */
final class NextAction {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern OBJECT = Pattern.compile(
            "(?<what>[\\d一二三四五六七八九十百两]{1,7}(?:个|台|套|家|人|间|辆)[\\p{IsHan}]{0,4}?)(?:的|规模的)?(?:新?报价单?|价格|方案价|打包价|总价)");
    private static final Pattern SENT = Pattern.compile("已发|发您|发你|发到|附件|寄出|给您开|开好|已寄|已私信|拟好|上传");
    private static final Pattern BARGAIN = Pattern.compile("便宜|再降|降点|太高|太贵|觉得贵|有点贵|有点高|优惠|折扣|超了|再低|砍|抹");
    private static final Pattern ASK = Pattern.compile("报价|报个价|多少钱|什么价|啥价|底价|打包价");
    private static final Pattern SAMPLE = Pattern.compile("样机|样品|样料|打样|样板|寄样");
    private static final Pattern SIGN = Pattern.compile("签(?!收|到)|盖章|盖好");
    /** How the two sides will be in touch, the most telling word first. */
    private static final Map<String, Pattern> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("演示", Pattern.compile("演示"));
        WAYS.put("电话", Pattern.compile("电话|打给|通话|通个"));
        WAYS.put("开会", Pattern.compile("会议|开会|开个会|线上过|腾讯会|复盘会"));
        WAYS.put("签约", Pattern.compile("来签|签约|签吧"));
        WAYS.put("见面", Pattern.compile("拜访|上门|过来|过去|见面|面谈|(?<!回)来(?:公司|我们|厂|店)"));
        WAYS.put("前回复", Pattern.compile("前[^,，。 ]{0,6}(?:要|给|发|回)"));
        WAYS.put("回复", Pattern.compile("给我|发我|(?<!来)回(?!来|款)|发您|给您|准信"));
        WAYS.put("沟通", Pattern.compile("聊|谈|沟通|碰|说|联系"));
    }

    private NextAction() {}

    static String of(List<Read> read, String need) {
        var parts = new ArrayList<String>();
        for (Intent intent : Intent.values()) {
            errand(read, intent, need).ifPresent(parts::add);
        }
        contact(read).ifPresent(parts::add);
        return String.join("；", parts);
    }

    private static Optional<String> errand(List<Read> read, Intent intent, String need) {
        Read last = null;
        for (Read each : read) {
            last = each.analysis().signal(intent).isPresent() ? each : last;
        }
        if (last == null || last.analysis().signal(intent).orElseThrow().polarity() == Polarity.NEGATIVE) {
            return Optional.empty();
        }
        String words = last.message().text();
        boolean sent = last.by(Speaker.REP) && SENT.matcher(words).find();
        boolean bargains = BARGAIN.matcher(words).find() && !ASK.matcher(words).find();
        return Optional.of(
                switch (intent) {
                    case QUOTE -> sent ? "跟进报价反馈" : bargains ? "回复价格" : "发" + object(need) + "报价单";
                    case TRIAL -> sent ? "跟进试用反馈" : SAMPLE.matcher(words).find() ? "安排样品" : "安排试用";
                    case CONTRACT -> sent ? "跟进合同审核" : SIGN.matcher(words).find() ? "推进签约" : "准备合同";
                });
    }

    private static String object(String need) {
        Matcher object = OBJECT.matcher(need);
        return object.find() ? object.group("what") : "";
    }

    private static Optional<String> contact(List<Read> read) {
        for (int i = read.size() - 1; i >= 0; i--) {
            Optional<ContactTime> at = read.get(i).analysis().nextContactAt();
            if (at.isPresent()) {
                return Optional.of(text(at.get()) + way(read.get(i).message().text()));
            }
        }
        return Optional.empty();
    }

    private static String text(ContactTime at) {
        String day = at.date().getMonthValue() + "月" + at.date().getDayOfMonth() + "日";
        return at.time() == null ? day : day + at.time().format(CLOCK);
    }

    private static String way(String words) {
        for (var way : WAYS.entrySet()) {
            if (way.getValue().matcher(words).find()) {
                return way.getKey();
            }
        }
        return "联系";
    }
}
