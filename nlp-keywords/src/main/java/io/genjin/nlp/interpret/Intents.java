package io.genjin.nlp.interpret;

import io.genjin.nlp.Intent;
import io.genjin.nlp.Polarity;
import io.genjin.nlp.Signal;
import io.genjin.nlp.Speaker;
import io.genjin.nlp.normalise.NormalText;
import io.genjin.nlp.screen.Hits;
import io.genjin.nlp.screen.Trigger.Kind;
import io.genjin.nlp.segment.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From hits to at most one signal per intent. */
final class Intents {
    private static final Pattern JOINED = Pattern.compile("[和跟与及、还有]*|以及|还有");
    private static final Pattern OF_RIVAL = Pattern.compile("(?:那边|那家|家|他们|给)?的?(?:最新)?");
    private static final Pattern IN_USE = Pattern.compile("(?:现用|在用|用着|用的是?|买的是?|签的是?)[ ]?$");
    private static final Pattern ENDS = Pattern.compile("到期|满|结束");
    /** Nobody says more in one message; it bounds the comparisons of each mention with each other. */
    private static final int MOST = 64;

    private static final double KEYWORD = 0.9;

    private final RuleBook book;

    Intents(RuleBook book) {
        this.book = book;
    }

    List<Signal> signals(
            Speaker from, NormalText text, Clauses clauses, Hits hits, List<Mention> priceTalk, List<int[]> rivals) {
        var mentions = new ArrayList<Mention>();
        priceTalk.stream()
                .filter(m -> !isForeign(from, m.intent(), clauses.around(m.start(), m.end())))
                .forEach(mentions::add);
        keywords(from, text.value(), clauses, hits, rivals, mentions);
        patterns(from, text.value(), clauses, hits, mentions);
        if (mentions.isEmpty()) {
            return List.of();
        }
        if (mentions.size() > MOST) {
            mentions.subList(MOST, mentions.size()).clear();
        }
        mentions.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end));
        var signals = new ArrayList<Signal>();
        for (Intent intent : Intent.values()) {
            signal(text, clauses, mentions, intent, signals);
        }
        return signals;
    }

    private void keywords(
            Speaker from, String text, Clauses clauses, Hits hits, List<int[]> rivals, List<Mention> mentions) {
        var words = hits.of(Kind.WORD);
        if (words.isEmpty()) {
            return;
        }
        var all = hits.of(Kind.OTHER_SENSE);
        var others = all.subList(0, Math.min(all.size(), MOST));
        var boundaries = Words.of(text);
        for (var word : words.subList(0, Math.min(words.size(), MOST))) {
            Intent intent = Objects.requireNonNull(word.trigger().intent());
            boolean otherSense = others.stream().anyMatch(o -> o.trigger().intent() == intent && word.within(o));
            if (!otherSense
                    && !isOfRival(text, rivals, word.start())
                    && !boundaries.straddles(word.start(), word.end())
                    && !isForeign(from, intent, clauses.around(word.start(), word.end()))) {
                mentions.add(new Mention(
                        intent, word.start(), word.end(), "word:" + text.substring(word.start(), word.end()), KEYWORD));
            }
        }
    }

    private void patterns(Speaker from, String text, Clauses clauses, Hits hits, List<Mention> mentions) {
        hits.rules().stream().mapToObj(book.rules()::get).forEach(rule -> {
            Matcher match = rule.pattern().matcher(text);
            while (mentions.size() < MOST && match.find()) {
                String clause = clauses.around(match.start(), match.end());
                boolean silent =
                        rule.unless() != null && rule.unless().matcher(clause).find();
                if (!silent && !isForeign(from, rule.intent(), clause)) {
                    mentions.add(
                            new Mention(rule.intent(), match.start(), match.end(), rule.name(), rule.confidence()));
                }
            }
        });
    }

    /** 纷享销客的报价: what a rival handed in is not a step of this deal. */
    private static boolean isOfRival(String text, List<int[]> rivals, int start) {
        return rivals.stream()
                .anyMatch(r -> r[1] <= start
                        && (OF_RIVAL.matcher(text.substring(r[1], start)).matches() || endsForRival(text, r, start)));
    }

    /** 现用金蝶，合同8月到期: the contract that ends is theirs. */
    private static boolean endsForRival(String text, int[] rival, int start) {
        return start - rival[1] <= 2
                && IN_USE.matcher(text.substring(Math.max(0, rival[0] - 5), rival[0]))
                        .find()
                && ENDS.matcher(text.substring(start, Math.min(text.length(), start + 12)))
                        .find();
    }

    private boolean isForeign(Speaker from, Intent intent, String clause) {
        return matches(book.foreign().get(intent), clause)
                || (from == Speaker.CUSTOMER && matches(book.foreignOfCustomer().get(intent), clause));
    }

    private static boolean matches(@Nullable Pattern signs, String clause) {
        return signs != null && signs.matcher(clause).find();
    }

    /** The last refusal or the surest mention; what is said last decides, so 旧的作废，重新报个价 is a wish. */
    private static void signal(NormalText text, Clauses clauses, List<Mention> all, Intent intent, List<Signal> out) {
        Mention best = null;
        int[] refusal = null;
        Mention refused = null;
        int lastWish = -1;
        for (Mention mention : all) {
            if (mention.intent() != intent) {
                continue;
            }
            int[] found = Polarities.refusal(
                    text.value(),
                    clauses,
                    mention,
                    limitBefore(text.value(), all, mention),
                    limitAfter(text.value(), all, mention));
            if (found != null) {
                refusal = found;
                refused = mention;
            } else if (refused == null || mention.confidence() >= refused.confidence()) {
                lastWish = clauses.startOf(mention.start());
            }
            if (best == null || mention.confidence() > best.confidence()) {
                best = mention;
            }
        }
        if (best == null) {
            return;
        }
        if (refused != null && refusal != null && clauses.startOf(refused.start()) >= lastWish) {
            out.add(signal(text, refused, Polarity.NEGATIVE, refusal[0], refusal[1]));
        } else {
            out.add(signal(text, best, Polarity.POSITIVE, best.start(), best.end()));
        }
    }

    private static Signal signal(NormalText text, Mention mention, Polarity polarity, int start, int end) {
        return new Signal(
                mention.intent(),
                polarity,
                text.written(start, end),
                text.writtenStart(start),
                text.writtenEnd(end),
                mention.rule(),
                mention.confidence());
    }

    /** Words before another intent's mention do not speak of this one, unless 和 joins the two. */
    private static int limitBefore(String text, List<Mention> all, Mention mention) {
        int limit = 0;
        for (Mention other : all) {
            if (other.intent() != mention.intent()
                    && other.end() <= mention.start()
                    && !JOINED.matcher(text.substring(other.end(), mention.start()))
                            .matches()) {
                limit = Math.max(limit, other.end());
            }
        }
        return limit;
    }

    private static int limitAfter(String text, List<Mention> all, Mention mention) {
        int limit = text.length();
        for (Mention other : all) {
            if (other.intent() != mention.intent()
                    && other.start() >= mention.end()
                    && !JOINED.matcher(text.substring(mention.end(), other.start()))
                            .matches()) {
                limit = Math.min(limit, other.start());
            }
        }
        return limit;
    }
}
