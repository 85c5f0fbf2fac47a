package io.genjin.sandbox.campaign;

import java.util.List;
import java.util.Random;

/** What people say, each time with another code name, so that every text is its own. */
final class Phrases {
    private static final List<String> WISHES = List.of(
            "麻烦把报价单发我一份，项目代号%s",
            "我们想试用一下，项目代号%s", "合同可以发过来看看吗，项目代号%s", "这个多少钱？给个报价吧，预算12.8万，项目代号%s", "报价发我，明天下午三点电话聊，项目代号%s");
    private static final List<String> TALK = List.of("好的，收到，%s", "今天天气不错 %s", "在吗，%s", "我先去开会，%s");
    private static final List<String> CASES =
            List.of("%s：麻烦把报价单发我一份，代号%s", "%s要报价，周五回，代号%s", "%s想试用，代号%s", "%s说合同可以发过来了，代号%s");
    private static final List<String> COMMANDS = List.of("帮助", "我的草稿", "我的线索");
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private Phrases() {}

    static String wish(Random random, int number) {
        return pick(WISHES, random).formatted(code(number));
    }

    static String talk(Random random, int number) {
        return pick(TALK, random).formatted(code(number));
    }

    static String passedOn(Random random, String company, int number) {
        return pick(CASES, random).formatted(company, code(number));
    }

    static String command(Random random) {
        return pick(COMMANDS, random);
    }

    /** Consonants only: no word, number or time is read into it. */
    static String code(int number) {
        var code = new StringBuilder();
        for (int rest = number, i = 0; i < 5; i++, rest /= LETTERS.length()) {
            code.append(LETTERS.charAt(rest % LETTERS.length()));
        }
        return code.reverse().toString();
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
