package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.PhoneLine;
import io.genjin.sandbox.wecom.WeComSimulator;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.ReceivedMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what reached the simulated phones. */
final class PhoneReader {
    /** A draft and its version, as buttons and options of its cards name them. */
    private static final Pattern VERSION = Pattern.compile("([0-9a-f]{32}):(\\d{1,9})");

    private PhoneReader() {}

    static List<PhoneLine> lines(WeComSimulator wecom, Cast cast) {
        var lines = new ArrayList<PhoneLine>();
        for (int rep = 0; rep < cast.reps(); rep++) {
            var user = cast.userId(rep);
            wecom.member(user).received().forEach(message -> lines.add(line(user, message)));
        }
        return lines;
    }

    static List<String> dropped(WeComSimulator wecom) {
        return wecom.droppedMessages().stream()
                .map(each -> each.userId() + " " + each.type() + " " + each.taskId() + " " + each.msgId())
                .toList();
    }

    private static PhoneLine line(String user, ReceivedMessage message) {
        return new PhoneLine(
                user,
                message.msgId(),
                message.card().map(CardView::taskId).orElse(""),
                message.card().isPresent() ? "" : message.text(),
                message.card()
                        .map(card -> versions(card.history().get(0).card()))
                        .orElse(Set.of()),
                message.card().map(card -> card.history().size() > 1).orElse(false));
    }

    /** Each draft:version that the text names. */
    static Set<String> versionsIn(String text) {
        var found = new LinkedHashSet<String>();
        addAll(found, text);
        return found;
    }

    static Set<String> versions(JsonNode card) {
        var found = new LinkedHashSet<String>();
        card.findValuesAsString("key").forEach(key -> addAll(found, key));
        card.findValuesAsString("id").forEach(id -> addAll(found, id));
        return found;
    }

    private static void addAll(Set<String> found, String text) {
        var matcher = VERSION.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
    }
}
