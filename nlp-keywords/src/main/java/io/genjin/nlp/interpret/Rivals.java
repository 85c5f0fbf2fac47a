package io.genjin.nlp.interpret;

import io.genjin.nlp.screen.Hits;
import io.genjin.nlp.screen.Trigger.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Rivals named in a message; a name that is only a tool here (对接金蝶, 顺丰单号) does not count. */
final class Rivals {
    private static final Pattern TOOL_BEFORE = Pattern.compile("(?:对接|接入|打通|集成|同步到|导入|导出到|走|用|通过|发|寄|连)[ ]?$");
    private static final Pattern TOOL_AFTER =
            Pattern.compile("^(?:的)?(?:接口|对接|api|单号|快递|插件|群|群里|会议|打卡|消息|通知|登录|扫码|寄|链接|发您|发你|号|上架|店铺|后台数据|文档|表格|日程)");
    private static final Pattern LINKING = Pattern.compile("(?:对接|打通|集成|接口|同步|导入)");

    private static final int MOST = 32;

    private Rivals() {}

    /** Spans in the normal text, each name once. */
    static List<int[]> in(String text, Hits hits) {
        var others = hits.of(Kind.NOT_RIVAL);
        var found = new ArrayList<Hits.Hit>();
        for (var hit : hits.of(Kind.COMPETITOR)) {
            boolean other = others.stream().anyMatch(hit::within);
            if (found.size() < MOST && !other && !isTool(text, hit) && isWholeLatin(text, hit)) {
                found.removeIf(shorter -> shorter.within(hit));
                if (found.stream().noneMatch(longer -> hit.within(longer))) {
                    found.add(hit);
                }
            }
        }
        var seen = new HashSet<String>();
        return found.stream()
                .filter(h -> seen.add(text.substring(h.start(), h.end())))
                .map(h -> new int[] {h.start(), h.end()})
                .toList();
    }

    private static boolean isTool(String text, Hits.Hit hit) {
        String before = text.substring(Math.max(0, hit.start() - 4), hit.start());
        String after = text.substring(hit.end(), Math.min(text.length(), hit.end() + 4));
        return TOOL_AFTER.matcher(after).find()
                || (TOOL_BEFORE.matcher(before).find()
                        && LINKING.matcher(before + after).find());
    }

    /** SAP is no part of ASAP. */
    private static boolean isWholeLatin(String text, Hits.Hit hit) {
        return !(isLatin(text, hit.start()) && isLatin(text, hit.start() - 1))
                && !(isLatin(text, hit.end() - 1) && isLatin(text, hit.end()));
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }
}
