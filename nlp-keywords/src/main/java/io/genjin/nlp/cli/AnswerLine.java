package io.genjin.nlp.cli;

import io.genjin.nlp.Analysis;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answer to one line, in the schema that the labelled corpus has. */
final class AnswerLine {
    private AnswerLine() {}

    static String write(JsonMapper json, String id, Analysis analysis) {
        ObjectNode answer = json.createObjectNode().put("id", id);
        var signals = answer.putArray("signals");
        for (var signal : analysis.signals()) {
            signals.addObject()
                    .put("intent", signal.intent().name())
                    .put("polarity", signal.polarity().name())
                    .put("text", signal.text());
        }
        analysis.amountYuan().ifPresentOrElse(yuan -> put(answer, yuan), () -> answer.putNull("amountYuan"));
        answer.put(
                "nextContactAt", analysis.nextContactAt().map(Object::toString).orElse(null));
        var competitors = answer.putArray("competitors");
        analysis.competitors().forEach(competitors::add);
        return json.writeValueAsString(answer);
    }

    /** 128000, not 1.28E+5. */
    private static void put(ObjectNode answer, BigDecimal yuan) {
        if (yuan.stripTrailingZeros().scale() <= 0) {
            answer.put("amountYuan", yuan.toBigInteger());
        } else {
            answer.put("amountYuan", yuan);
        }
    }
}
