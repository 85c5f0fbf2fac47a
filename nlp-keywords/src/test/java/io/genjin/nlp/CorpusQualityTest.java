package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Guards against steps back on the development corpus; the floors lie a little below what the rules reach today. */
class CorpusQualityTest {
    private static final double FLOOR = 0.97;
    private static List<JsonNode> chat;

    @BeforeAll
    static void read() throws IOException {
        chat = corpus("chat-dev.jsonl");
    }

    @Test
    void intentsAreFoundAndNotInvented() {
        int right = 0;
        int wanted = 0;
        int found = 0;
        for (JsonNode each : chat) {
            for (Intent intent : Intent.values()) {
                boolean want = polarity(each, intent) != null;
                boolean got = analysis(each).signal(intent).isPresent();
                wanted += want ? 1 : 0;
                found += got ? 1 : 0;
                right += want && got ? 1 : 0;
            }
        }
        assertThat(2.0 * right / (wanted + found)).as("micro F1").isGreaterThan(FLOOR);
    }

    @Test
    void refusalsAreToldFromWishes() {
        var share = new Share();
        for (JsonNode each : chat) {
            for (Intent intent : Intent.values()) {
                String want = polarity(each, intent);
                analysis(each)
                        .signal(intent)
                        .filter(s -> want != null)
                        .ifPresent(s -> share.add(s.polarity().name().equals(want)));
            }
        }
        assertThat(share.value()).isGreaterThan(FLOOR);
    }

    @Test
    void amountsAreExactAndNotInvented() {
        var exact = new Share();
        var invented = new Share();
        for (JsonNode each : chat) {
            var got = analysis(each).amountYuan();
            if (each.get("amountYuan").isNull()) {
                invented.add(got.isPresent());
            } else {
                BigDecimal want = BigDecimal.valueOf(each.get("amountYuan").asLong());
                exact.add(got.filter(yuan -> yuan.compareTo(want) == 0).isPresent());
            }
        }
        assertThat(exact.value()).isGreaterThan(FLOOR);
        assertThat(invented.value()).isLessThan(0.01);
    }

    @Test
    void contactTimesAreExactAndNotInvented() {
        var exact = new Share();
        var invented = new Share();
        for (JsonNode each : chat) {
            String got = analysis(each).nextContactAt().map(Object::toString).orElse(null);
            if (each.get("nextContactAt").isNull()) {
                invented.add(got != null);
            } else {
                exact.add(each.get("nextContactAt").asString().equals(got));
            }
        }
        assertThat(exact.value()).isGreaterThan(FLOOR);
        assertThat(invented.value()).isLessThan(0.01);
    }

    @Test
    void rivalsAreSpelledAsWritten() {
        var exact = new Share();
        for (JsonNode each : chat) {
            var want = each.get("competitors")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            exact.add(analysis(each).competitors().equals(want));
        }
        assertThat(exact.value()).isGreaterThan(0.99);
    }

    @Test
    void signalsQuoteTheMessage() {
        for (JsonNode each : chat) {
            String text = each.get("text").asString();
            assertThat(analysis(each).signals()).allSatisfy(s -> assertThat(text.substring(s.start(), s.end()))
                    .isEqualTo(s.text()));
        }
    }

    @Test
    void smallTalkRaisesNoFalseAlarm() throws IOException {
        var alarms = new Share();
        for (JsonNode each : corpus("public-dialogue.jsonl")) {
            alarms.add(!Reading.customer(each.get("text").asString()).signals().isEmpty());
        }
        assertThat(alarms.value()).isLessThan(0.003);
    }

    private static Analysis analysis(JsonNode each) {
        Speaker from = each.get("from").asString().equals("rep") ? Speaker.REP : Speaker.CUSTOMER;
        return Reading.at(each.get("sentAt").asString(), from, each.get("text").asString());
    }

    private static String polarity(JsonNode each, Intent intent) {
        return each.get("signals")
                .valueStream()
                .filter(s -> s.get("intent").asString().equals(intent.name()))
                .map(s -> s.get("polarity").asString())
                .findFirst()
                .orElse(null);
    }

    private static List<JsonNode> corpus(String name) throws IOException {
        var json = JsonMapper.shared();
        try (var in = new BufferedReader(new InputStreamReader(
                CorpusQualityTest.class.getResourceAsStream("/corpus/" + name), StandardCharsets.UTF_8))) {
            return in.lines().map(json::readTree).toList();
        }
    }

    private static final class Share {
        private int hits;
        private int all;

        void add(boolean hit) {
            hits += hit ? 1 : 0;
            all++;
        }

        double value() {
            return (double) hits / all;
        }
    }
}
