package io.genjin.nlp.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the words around a mention refuse, cancel or defer the step. Scope is the clause, cut at other intents. */
final class Polarities {
    /** Phrases that hold a negating word and negate nothing; blanked before anything else is looked for. */
    private static final Pattern HARMLESS = Pattern.compile(
            "能不能|可不可以|是不是|要不要|行不行|好不好|包不包|有没有|方不方便|不[^ ,，。]{0,6}(?:怎么|咋)|不含税|没问题|没意见|没有问题|没有意见|不错|不方便|不好意思|不满意|不够|不知道|不太清楚|不清楚|要不|不然|用不用|不管怎|不着急要|不是问题|不只|不仅|不光|不但|差不多|别的|别人|别家|特别|分别|级别|区别|不如|不能再少|不能再低|不能低|对不|不对|停车|不能不|不得不|没几个|不明白|不同|不贵|停机|不行的话|(?<![先还就])不(?=$|[ ,，。!！?？~啊呀呢])|完了?再(?:说|看|议)|不限|不合适(?=再|就|可)|没下单|不包|下次[^ ]{0,3}(?:见|聊|来)");

    private static final Pattern BEFORE = Pattern.compile(
            "(?:先不用|先不要|先不|先别|不用|不要|不需要|不必|用不着|别急着|不急着|别|甭|没必要|没想|不想|不打算|没打算|没准备|不准备|不考虑|没考虑|不提供|没法|没办法|没空|没时间|没精力|没人手|无法|不能|不可以|不可能|拒绝|谢绝|取消|暂停|停止|终止|放弃|不再|暂不|暂时不|暂时没|还没到|没到|未到|不着急|不急|暂缓|推迟|延后|延迟|不接受|不同意|不支持|不开放|没有|没那么快|不会|不敢|不谈|不聊|不签|不续|不试|不做|不搞|不走|不发|不给|不报|不看|不|接受不了|退掉|撤回|撤销|停掉|免谈|免了)[^ ,，。]{0,7}$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:不了|不成|不下来)|^[^,，。;；!！?？]{0,10}?(?:先?不用|不安排|不着急|不要|不需要|不必|用不着|算了|取消|作废|废了|暂停|停掉|停了|先停|也停|都停|停吧|叫停|停止|停$|谈不[拢成]|就不[^,，。 ]{1,4}了|超出[^,，。]{0,6}承受|别急(?=$|[ ,，。])|压一压|停一停|(?:下个?月|下半年|明年|年后|节后|过阵子|过段时间|回头|改天|\\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)(?:左右|的时候|底|初|后|中)?再(?:签|谈|聊|报|试|走|定|续|看)|缓一缓|缓一下|缓缓|先缓|暂缓|缓到|放一放|放放|先放|搁置|搁一搁|推迟|推后|延后|延迟|延期签|往后推|往后放|往后拖|不着急|不急|不签|不走|不续|不推|不发|不做|不弄|不搞|不谈|不聊|不看|不开|不试|(?<![登连传跟赶])不上|不考虑|不再|不打算|不想|没打算|没想|没必要|没法|没办法|没空|没时间|没精力|无法|不能|不可以|不行|签不了|签不下|签不成|续不了|报不了|出不了|做不了|给不了|用不了(?=$|吧|算)|没批|没通过|没戏|黄了|要黄|泡汤|压着|终止|撤回|撤销|撤了|退了|退掉|退吧|拉回去|拉走|拿回去|搬回去|收回去|接受不了|满了|没名额|免了|下次再|以后再|再说|再议|再等等|等等再|再看看吧|谈崩|卡住|打回|驳回|否了|毙了|(?<![分特级区类性])别(?:发|推|做|签|开|走|提|寄|送|弄|搞|给|谈|聊|报|安排)(?!错|漏|晚|慢|低|高)|先别|不给开|停用|关了|下线|到此为止)");
    private static final Pattern NEXT_CLAUSE = Pattern.compile(
            "^(?:就|那|那就|还是|都|也|先|我们|咱们|暂时|这次|目前)*(?:先不|不用|不要|不签|不续|不做|不试|不考虑|不了|不需要|算了|缓|取消|暂停|停|作废|推迟|放一放|再说|再议|签不了|免了|先放|先停|没法|没必要|不行|做不了|接受不了|不打算|不想|不继续)");
    private static final Pattern REDIRECT = Pattern.compile("直接|那就|干脆|还是|改成|改为|不如");

    private Polarities() {}

    /** The span that refuses, in the normal text, or null when the step is taken. */
    static int @Nullable [] refusal(String text, Clauses clauses, Mention mention, int before, int after) {
        int from = Math.max(clauses.startOf(mention.start()), before);
        int to = Math.min(clauses.endOf(mention.end()), after);
        String clause = blankHarmless(text.substring(from, to));
        int start = mention.start() - from;
        int end = mention.end() - from;
        Matcher own = AFTER.matcher(clause.substring(start, end));
        if (own.find()) {
            return new int[] {mention.start(), mention.end()};
        }
        Matcher ahead = BEFORE.matcher(clause.substring(0, start));
        if (ahead.find() && !REDIRECT.matcher(ahead.group().substring(1)).find()) {
            return new int[] {from + ahead.start(), mention.end()};
        }
        Matcher inside = BEFORE.matcher(clause.substring(0, end));
        if (inside.find() && inside.start() >= start && inside.start() < end) {
            return new int[] {mention.start(), mention.end()};
        }
        Matcher behind = AFTER.matcher(clause.substring(end));
        if (behind.find()) {
            return new int[] {mention.start(), mention.end() + behind.end()};
        }
        int clauseEnd = clauses.endOf(mention.end());
        String next = clauses.after(clauseEnd);
        if (to == clauseEnd && clauseEnd - mention.end() <= 3 && after > clauseEnd) {
            Matcher following = NEXT_CLAUSE.matcher(blankHarmless(next));
            int nextStart = text.indexOf(next, clauseEnd);
            if (!next.isEmpty() && following.find() && nextStart + following.end() <= after) {
                return new int[] {mention.start(), nextStart + following.end()};
            }
        }
        return null;
    }

    private static String blankHarmless(String clause) {
        return HARMLESS.matcher(clause).replaceAll(m -> "＿".repeat(m.end() - m.start()));
    }
}
