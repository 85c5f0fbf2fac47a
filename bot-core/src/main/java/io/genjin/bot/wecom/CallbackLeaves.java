package io.genjin.bot.wecom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers a callback's leaves and selections while its elements go by. */
final class CallbackLeaves {
    private static final int MOST = 500;

    private final Map<String, String> leaves = new LinkedHashMap<>();
    private final Map<String, List<String>> selections = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String name = "";
    private String question = "";
    private boolean leaf;

    void start(String element) {
        name = element;
        text.setLength(0);
        leaf = true;
    }

    void text(CharSequence part) {
        text.append(part);
    }

    void end() {
        if (leaf) {
            keep(text.toString());
            leaf = false;
        }
    }

    CallbackXml xml() {
        return new CallbackXml(Collections.unmodifiableMap(leaves), Collections.unmodifiableMap(selections));
    }

    private void keep(String value) {
        if (leaves.size() > MOST) {
            throw new IllegalStateException("too many elements");
        }
        switch (name) {
            case "QuestionKey" -> {
                question = value;
                selections.put(value, new ArrayList<>());
            }
            case "OptionId" ->
                selections.computeIfAbsent(question, key -> new ArrayList<>()).add(value);
            default -> leaves.putIfAbsent(name, value);
        }
    }
}
