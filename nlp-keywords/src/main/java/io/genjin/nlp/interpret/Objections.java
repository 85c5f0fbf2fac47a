package io.genjin.nlp.interpret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a customer objects: to the price, to the moment, for a rival, or in doubt. */
final class Objections {
    /** Keys that make it worth looking. */
    static final List<String> CUES = List.of(
            "贵", "太高", "有点高", "偏高", "预算", "超了", "便宜", "再降", "接受不了", "缓", "不急", "推迟", "再议", "再等", "放一放", "过段时间", "以后再说",
            "不考虑", "担心", "靠谱", "怕", "不放心", "学不会", "不习惯", "有点慢", "太慢", "卡", "霸道", "不会用", "不好用", "用惯", "才一半", "定了", "还是",
            "太复杂", "做不了主", "不划算", "别家", "不值", "太久", "不稳定", "没把握", "不现实");

    private static final Pattern OBJECTION = Pattern.compile(
            "太贵|贵了|有点贵|有些贵|偏贵|觉得贵|嫌贵|太高|有点高|偏高|高了点|超预算|超出预算|(?:\\d|万|千)超了|没预算|预算(?:不够|不足|砍了|紧|有限|没批)|能便宜|便宜点|便宜些|再降|降降|接受不了|不划算|不值"
                    + "|缓一缓|缓缓|先缓|不急|不着急|推迟|再议|再等等|放一放|过段时间|以后再说|年后再说|不考虑"
                    + "|担心|靠谱[吗不么]|就怕|怕(?!是)|不放心|学不会|不习惯|有点慢|太慢|太卡|太霸道|不会用|不好用|用惯|才一半|已经定了|还是[^ ,，。]{1,8}(?:简单|好用|便宜|方便|稳)|太复杂|做不了主|别家[^ ,，。]{0,8}(?:便宜|折|低)|太久|不稳定|没把握|不现实");

    private Objections() {}

    /** The span of the first objecting clause in the normal text, or null. */
    static int @Nullable [] in(String text, Clauses clauses) {
        Matcher objection = OBJECTION.matcher(text);
        if (!objection.find()) {
            return null;
        }
        return new int[] {clauses.startOf(objection.start()), clauses.endOf(objection.end())};
    }
}
