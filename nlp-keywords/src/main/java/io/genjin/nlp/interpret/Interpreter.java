package io.genjin.nlp.interpret;

import io.genjin.nlp.Analysis;
import io.genjin.nlp.ContactTime;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import io.genjin.nlp.normalise.NormalText;
import io.genjin.nlp.screen.Hits;
import io.genjin.nlp.screen.Screen;
import io.genjin.nlp.screen.Trigger;
import io.genjin.nlp.screen.Trigger.Kind;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Applies all rules to one screened message. Immutable and thread-safe. */
public final class Interpreter {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> NUMBER_SIGNS =
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "万", "千", "百", "十", "萬", "仟", "佰", "拾", "块", "元");
    private static final List<String> TIME_SIGNS = List.of(
            "今天", "今日", "今晚", "今早", "今儿", "明天", "明日", "明早", "明晚", "明儿", "后天", "后日", "周", "星期", "礼拜", "月", "号", "日", "点",
            "天后", "天之后", "天以后", "天内", "小时", "分钟", "钟头", ":", "/", "时", "下午", "晚上", "傍晚");

    private final RuleBook book;
    private final Intents intents;

    public Interpreter(RuleBook book) {
        this.book = book;
        this.intents = new Intents(book);
    }

    /** Adds the keys that wake these rules. */
    public void teach(Screen.Builder screen) {
        for (int rule = 0; rule < book.rules().size(); rule++) {
            screen.add(book.cues(rule), new Trigger(Kind.CUE, null, rule));
        }
        screen.add(NUMBER_SIGNS, Trigger.of(Kind.NUMBER));
        screen.add(TIME_SIGNS, Trigger.of(Kind.TIME));
        screen.add(Objections.CUES, Trigger.of(Kind.OBJECTION));
    }

    /** What the message says. */
    public Analysis read(Message message, NormalText text, Hits hits) {
        String value = text.value();
        var clauses = new Clauses(value);
        List<int[]> rivals = hits.has(Kind.COMPETITOR) ? Rivals.in(value, hits) : List.of();
        List<Amount> amounts = hits.has(Kind.NUMBER) ? Amounts.in(value, clauses, rivals) : List.of();
        var priceTalk = PriceTalk.in(value, clauses, amounts, message.from());
        return new Analysis(
                intents.signals(
                        message.from(), text, clauses, hits, priceTalk.stream().toList(), rivals),
                amounts.stream().map(Amount::yuan).max(BigDecimal::compareTo),
                nextContact(message, value, clauses, hits),
                rivals.stream().map(r -> text.written(r[0], r[1])).toList(),
                objection(message, text, clauses, hits));
    }

    private static Optional<ContactTime> nextContact(Message message, String text, Clauses clauses, Hits hits) {
        if (!hits.has(Kind.TIME)) {
            return Optional.empty();
        }
        return ContactTimes.in(
                text, clauses, message.sentAt().atZoneSameInstant(SHANGHAI).toLocalDateTime());
    }

    private static Optional<String> objection(Message message, NormalText text, Clauses clauses, Hits hits) {
        if (message.from() != Speaker.CUSTOMER || !hits.has(Kind.OBJECTION)) {
            return Optional.empty();
        }
        int[] span = Objections.in(text.value(), clauses);
        return span == null
                ? Optional.empty()
                : Optional.of(text.written(span[0], span[1]).strip());
    }
}
