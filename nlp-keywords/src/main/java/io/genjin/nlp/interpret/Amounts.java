package io.genjin.nlp.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the sums of money of this deal; leaves out quantities, discounts, differences, vague sums and rivals' prices. */
final class Amounts {
    private static final String CN = "[" + ChineseNumber.CHARS + "]";
    private static final String ARABIC = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    /** Amounts of one message that are read at most. */
    private static final int MOST = 32;
    /** A number this large is a code or a slip of the finger, not a deal. */
    private static final BigDecimal NO_DEAL = BigDecimal.TEN.pow(12);

    private static final String MEASURE = "[个台套件盒箱年月天季人票位间条店家次趟米平份期块屏周]";
    private static final Pattern NUMBER = Pattern.compile("(?<sign>[¥$]|rmb ?|人民币)? ?"
            + "(?<value>" + ARABIC + "[千百]?(?:个亿|[万亿wk])(?:\\d{1,4}+(?![\\d.]|" + MEASURE + ")|" + CN + "{1,7}+(?!"
            + MEASURE
            + "))?|" + ARABIC + "[千百]?|" + CN
            + "{1,13}(?=一" + MEASURE + ")|" + CN + "{1,14}(?:个亿)?)(?: ?(?<unit>元|块钱|块(?<dime>[1-9])(?!\\d|" + MEASURE
            + ")|块|圆|rmb|人民币|大洋))?整?");
    /** What follows a plain number that is a price per something: 3600/年, 19800一年, 860一盒. */
    private static final Pattern PER = Pattern.compile("^(?:/|每|一|1)(?:个)?[年月天季台套件盒箱个人票趟平米生点次位户店吨斤节公瓶支单辆车学账用坐]");
    /** What a plain number may stand before and still be a price: the talk goes on about it. */
    private static final Pattern PRICE_AFTER = Pattern.compile(
            "^(?:$|[ ,，。;；!！?？~～)）\\n]|(?:的价|这个?价|能|可以|是|包|含|不含|太|有点|贵|行|够|怎么|还|拿|定|成交|以内|左右|哈|哦|啊|吧|呢|的话))");

    private static final Pattern PRICE_BEFORE = Pattern.compile(
            "(?:价|价格|报价|总共|一共|共计|总计|合计|折后|折完|到手|打包|打包价|年付|月付|季付|一年|每年|一个月|每月|单趟|单套|单台|尾款|首付|首款|首期|定金|订金|预付款?|货款|款项?|费用?|服务费|接口费|实施费|预算|减到|降到|谈到|做到|压到|砍到|收|收您|给您|报|付|打了|转了|金额|总额|封顶|抹零|就是|要|只要|优惠价|按|才|卖|大概|差不多|是|在|¥)[ :：]*$");
    private static final Pattern QUANTITY = Pattern.compile(
            "^(?:多|来|几)?[ ]?(?:[个台套件盒箱位人家间条店点号楼米平吨斤公天年月周岁折成倍%％℃度kgmlcm~\\-—:：]|分(?!期)|学员|用户|账号|员工|门店|坐席|端|单|仓|票|趟|辆|名|次|页|字|版|期|步|只|支|瓶|块屏|多|几|w?h|g|v\\d|小时|分钟|点位|人次|万?人|万?家|方)");
    private static final Pattern VAGUE = Pattern.compile("^(?:多(?!少)|几|出头|来)");
    private static final Pattern DIFFERENCE = Pattern.compile(
            "(?:便宜|省|省了|省下|低|低了|少|少了|贵|贵了|高|高了|立减|减(?!到)|抵|抵扣|返|返现|差|优惠|让|让利|满|涨|涨了|多|多了|超|超了|抹|抹掉)(?:了|您|你)?[ ]?$");
    private static final Pattern VAGUE_BEFORE = Pattern.compile("[好几数][ ]?$");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "跌破|跌到|涨到|涨破|突破|破(?=[\\d千万])|/吨|一克|盘|股|点位指数|指数|贷款|房贷|年薪|工资|月薪|底薪|基金|理财|亏了|薪资|薪水|时薪|月供|提成|奖金|营收|销售额|营业额|流水|产值|投资|注册资本|罚款|押金条|粉丝|播放|房租|彩礼|首付买房|人均");

    private Amounts() {}

    /** Amounts in order; of the largest one the analysis tells. */
    static List<Amount> in(String text, Clauses clauses, List<int[]> rivals) {
        var found = new ArrayList<Amount>();
        Matcher number = NUMBER.matcher(text);
        while (found.size() < MOST && number.find()) {
            int start = number.start("value");
            BigDecimal yuan = value(number);
            if (yuan != null && isMoney(text, number, yuan) && isOurs(text, clauses, rivals, start, number.end())) {
                found.add(new Amount(start, number.end(), plain(yuan)));
            }
        }
        return found;
    }

    private static @Nullable BigDecimal value(Matcher number) {
        String dime = number.group("dime");
        // 12块5 is 12.50.
        BigDecimal rest = dime == null ? BigDecimal.ZERO : new BigDecimal(dime).movePointLeft(1);
        return ChineseNumber.parse(number.group("value"))
                .filter(n -> n.signum() > 0 && n.compareTo(NO_DEAL) < 0)
                .map(rest::add)
                .orElse(null);
    }

    /** 128000 rather than 1.28E+5, so that equal amounts are equal and print as people write them. */
    private static BigDecimal plain(BigDecimal yuan) {
        BigDecimal stripped = yuan.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean isMoney(String text, Matcher number, BigDecimal yuan) {
        String value = number.group("value");
        String before = text.substring(Math.max(0, number.start() - 8), number.start());
        String after = text.substring(number.end(), Math.min(text.length(), number.end() + 6));
        if (touchesCode(text, number.start(), number.end(), number.group("sign") != null)
                || DIFFERENCE.matcher(before).find()
                || VAGUE_BEFORE.matcher(before).find()
                || VAGUE.matcher(after).find()) {
            return false;
        }
        boolean marked = number.group("sign") != null || number.group("unit") != null;
        boolean scaled = value.matches(".*[万亿wk].*|[^\\d]*[千百][^\\d]*") && value.length() > 1;
        boolean arabic = Character.isDigit(value.charAt(0));
        if (marked && !"$".equals(number.group("sign"))) {
            return !(("块".equals(number.group("unit")) || yuan.compareTo(BigDecimal.ONE) <= 0)
                    && !arabic
                    && !scaled
                    && yuan.compareTo(BigDecimal.TEN) < 0);
        }
        if (PER.matcher(after).find()) {
            return (arabic && yuan.compareTo(BigDecimal.TEN) >= 0 && !isDate(after)) || scaled;
        }
        if (QUANTITY.matcher(after).find()) {
            return false;
        }
        if (scaled) {
            return arabic || value.length() >= 2;
        }
        boolean sized = arabic && yuan.compareTo(BigDecimal.valueOf(100)) >= 0 && yuan.precision() - yuan.scale() <= 7;
        return sized
                && (value.contains(",")
                        || PRICE_BEFORE.matcher(before).find()
                        || (PRICE_AFTER.matcher(after).find() && yuan.compareTo(BigDecimal.valueOf(1000)) >= 0));
    }

    private static boolean isDate(String after) {
        return after.startsWith("/") && after.length() > 1 && Character.isDigit(after.charAt(1));
    }

    /** 8k2w, HT2026-0519, 13800138000, 2026/3/5: part of a code, a phone number or a date. */
    private static boolean touchesCode(String text, int start, int end, boolean signed) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        char last = text.charAt(end - 1);
        boolean codeBefore =
                !signed && (isLatinOrDigit(before) || before == '-' || before == '#' || before == '.' || before == '/');
        boolean codeAfter =
                Character.isDigit(after) || (after >= 'a' && after <= 'z') || (after == '-' && Character.isDigit(last));
        return codeBefore
                || codeAfter
                || (end - start >= 10 && text.substring(start, end).chars().allMatch(Character::isDigit));
    }

    private static boolean isLatinOrDigit(char c) {
        return Character.isDigit(c) || (c >= 'a' && c <= 'z');
    }

    private static boolean isOurs(String text, Clauses clauses, List<int[]> rivals, int start, int end) {
        if (ELSEWHERE.matcher(clauses.around(start, end)).find()) {
            return false;
        }
        int from = clauses.startOf(start);
        for (int[] rival : rivals) {
            // 用友那边给的才11万, 华为云给我们三年报了90万: the rival is the one who charges it. 比华为云低 compares.
            if (rival[0] >= from
                    && rival[1] <= start
                    && !text.substring(Math.max(0, rival[0] - 2), rival[0]).contains("比")) {
                return false;
            }
        }
        return !text.substring(from, start).matches(".*(?:别家|隔壁|同行|人家|他们家|友商|竞品|对手).*");
    }
}
