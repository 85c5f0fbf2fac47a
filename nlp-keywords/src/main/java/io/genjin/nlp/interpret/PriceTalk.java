package io.genjin.nlp.interpret;

import io.genjin.nlp.Intent;
import io.genjin.nlp.Speaker;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount with words that bargain about it, offer it or ask what it covers is talk about the price without a keyword. */
final class PriceTalk {
    private static final Pattern BARGAIN = Pattern.compile(
            "可以考虑|太高|太贵|有点高|有点贵|偏高|偏贵|高了|贵了|便宜|超了|超预算|接受不了|接受|不考虑|做不了|能不能|再降|再低|降到|少点|抹|砍|让|含税|不含|专票|普票|包不包|包没包|包含|费包没|一次性|买断|还是年费|年费|是多少|行就行|成交|一口价|拿下|搞定|封顶|贵吗|贵不贵|高不高|怎么说|值不值|凭什么|才");
    private static final Pattern OFFER = Pattern.compile(
            "打包|打完折|折后|合计|总计|共计|一共|总共|总价|原价|到手|一口价|优惠|年付|月付|季付|单价|单台|单套|单趟|裸机|整票|整套|标准版|专业版|企业版|旗舰版|基础版|申请减到|申请到|减到|降到|做到|谈到|最低|续费|给您按|一年|每年|三年|两年|五年|/|每个|每台|每套|每人|一套|一台|一个月|一个点位|特批|改造费|服务费");
    private static final Pattern TERMS = Pattern.compile(
            "预算|合同|协议|框架|年框|首付|定金|订金|尾款|首款|首期|预付|货款|打款|到账|发票|收据|回款|维护费收|付了|打了|转来|转了|的量|量签|量了|po|拿不出|一次性掏|不现实|三期|分期付|押金|保证金");

    /** 补充协议加两台设备 共计7.6w: the sum is a term of the paper. */
    private static final Pattern PAPER = Pattern.compile("合同|协议|订单");

    /** A clause this short leans on the next one: B款12万6，都含税. */
    private static final int BRIEF = 10;

    private PriceTalk() {}

    private static List<Amount> largestFirst(List<Amount> amounts) {
        return amounts.stream()
                .sorted(Comparator.comparing(Amount::yuan).reversed())
                .toList();
    }

    static Optional<Mention> in(String text, Clauses clauses, List<Amount> amounts, Speaker from) {
        for (Amount amount : largestFirst(amounts)) {
            String clause = clauses.around(amount.start(), amount.end());
            if (TERMS.matcher(clause).find()) {
                continue;
            }
            boolean alone = clause.length() == amount.end() - amount.start();
            boolean brief = clause.length() <= BRIEF;
            String near = brief ? clause + clauses.after(amount.end()) : clause;
            if (TERMS.matcher(near).find()
                    || (alone && TERMS.matcher(clauses.before(amount.start())).find())) {
                continue;
            }
            if (BARGAIN.matcher(near).find()) {
                return mention(clauses, amount, "quote.bargain", 0.8);
            }
            boolean offered = OFFER.matcher(clause).find();
            if (offered
                    && !(clause.length() < 16
                            && !clause.contains("价")
                            && PAPER.matcher(clauses.before(amount.start())).find())) {
                return mention(clauses, amount, "quote.offer", from == Speaker.REP ? 0.85 : 0.7);
            }
        }
        return Optional.empty();
    }

    private static Optional<Mention> mention(Clauses clauses, Amount amount, String rule, double confidence) {
        return Optional.of(new Mention(
                Intent.QUOTE, clauses.startOf(amount.start()), clauses.endOf(amount.end()), rule, confidence));
    }
}
