package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import io.genjin.nlp.Analysis;
import io.genjin.nlp.Analyzer;
import io.genjin.nlp.Message;
import io.genjin.nlp.Speaker;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rep changed on a draft by talking. It stays in the draft and holds against everything that was said before it.
 *
 * @param nextContact null where they left it
 * @param amount null where they left it
 */
record SpokenEdit(
        Instant at,
        @Nullable NextContact nextContact,
        @Nullable Yuan amount) {
    /** One thing and its new value; a whole sentence is somebody's words, not an edit. */
    private static final Pattern EDIT = Pattern.compile(
            "(?<what>时间|下次联系(?:时间)?|金额|预算)?[ :：]*(?:改成|改到|改为|换成|换到|改|是|为)?[ :：]*(?<value>[^,，。;；!！?？\\s][^,，。;；!！?？\\n]{0,24})");

    private static final Pattern VERB = Pattern.compile("^(?:时间|下次联系|金额|预算|改成|改到|改为|换成|换到).*");

    /** Reads 改成周五下午三点 or 金额15万; empty when the text is no edit. */
    static Optional<SpokenEdit> read(String text, Instant at, Analyzer analyzer) {
        Matcher edit = EDIT.matcher(text.strip());
        if (!VERB.matcher(text.strip()).matches() || !edit.matches()) {
            return Optional.empty();
        }
        String what = edit.group("what") == null ? "" : edit.group("what");
        String value = edit.group("value");
        boolean money = what.equals("金额") || what.equals("预算");
        // The detector's own words for a moved appointment and for a sum: the value alone could mean anything.
        Analysis moved = money ? null : analyzer.analyze(said("改到" + value, at));
        Analysis sum = money || what.isEmpty() ? analyzer.analyze(said("金额" + value, at)) : null;
        NextContact next = moved == null
                ? null
                : moved.nextContactAt().map(DraftWriter::contact).orElse(null);
        Yuan amount = sum == null || next != null
                ? null
                : sum.amountYuan().flatMap(Money::plausible).orElse(null);
        boolean wish = (moved != null && !moved.signals().isEmpty())
                || (sum != null && !sum.signals().isEmpty());
        return wish || (next == null && amount == null)
                ? Optional.empty()
                : Optional.of(new SpokenEdit(at, next, amount));
    }

    private static Message said(String text, Instant at) {
        return new Message(Speaker.REP, BusinessTime.at(at).toOffsetDateTime(), text);
    }
}
