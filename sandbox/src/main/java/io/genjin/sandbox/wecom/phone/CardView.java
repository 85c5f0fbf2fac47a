package io.genjin.sandbox.wecom.phone;

import io.genjin.sandbox.wecom.world.AppMessage;
import io.genjin.sandbox.wecom.world.CardFace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A card as one member saw it at one moment; {@link MemberPhone#card} shows it as it is now. */
public final class CardView {
    private final AppMessage message;
    private final List<CardFace> faces;
    private final boolean recalled;
    private final int codesIssued;
    private final int codesSpent;

    /** To be called while the world's monitor is held. */
    CardView(AppMessage message, String userId) {
        this.message = message;
        this.faces = message.faces(userId);
        this.recalled = message.recalled();
        this.codesIssued = message.codesIssued();
        this.codesSpent = message.codesSpent();
    }

    AppMessage message() {
        return message;
    }

    private CardFace face() {
        return faces.get(faces.size() - 1);
    }

    /** The id that message/send answered. */
    public String msgId() {
        return message.msgId();
    }

    /** The template_card as shown. */
    public ObjectNode json() {
        return face().card();
    }

    /** card_type. */
    public String type() {
        return json().path("card_type").asString("");
    }

    /** The task_id of its sending, empty without one. */
    public String taskId() {
        return message.taskId();
    }

    /** source.desc. */
    public String source() {
        return text("source", "desc");
    }

    /** main_title.title. */
    public String title() {
        return text("main_title", "title");
    }

    /** main_title.desc. */
    public String desc() {
        return text("main_title", "desc");
    }

    /** quote_area.quote_text. */
    public String quote() {
        return text("quote_area", "quote_text");
    }

    /** sub_title_text. */
    public String subTitle() {
        return json().path("sub_title_text").asString("");
    }

    /** horizontal_content_list: key → value. */
    public Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        for (var row : json().path("horizontal_content_list")) {
            rows.put(row.path("keyname").asString(""), row.path("value").asString(""));
        }
        return rows;
    }

    /** All text that a person can read on it, one piece a line, button texts included. */
    public String text() {
        var pieces = new ArrayList<String>();
        collect(json(), pieces);
        greyText().ifPresent(pieces::add);
        return String.join("\n", pieces);
    }

    /** The texts of the buttons that can be tapped: none after they were replaced by grey text. */
    public List<String> buttons() {
        return greyText().isPresent() || recalled
                ? List.of()
                : CardButtons.of(json()).stream().map(CardButtons.Button::text).toList();
    }

    /** The grey text in place of the buttons. */
    public Optional<String> greyText() {
        return Optional.ofNullable(face().greyText());
    }

    /**
     * Where the button with this text leads.
     *
     * @throws NoSuchElementException if there is no such link
     */
    public String buttonUrl(String buttonText) {
        return CardButtons.of(json()).stream()
                .filter(button ->
                        button.text().equals(buttonText) && !button.url().isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("no button 「" + buttonText + "」 with a link: " + buttons()))
                .url();
    }

    /** Where a tap on the card itself leads, empty if nowhere. */
    public String link() {
        return text("card_action", "url");
    }

    /** Every question (question_key): drop-downs and check boxes with option id → text. */
    public Map<String, Map<String, String>> options() {
        var questions = new LinkedHashMap<String, Map<String, String>>();
        for (var question : CardButtons.questions(json())) {
            var options = new LinkedHashMap<String, String>();
            question.path("option_list")
                    .forEach(option -> options.put(
                            option.path("id").asString(""), option.path("text").asString("")));
            questions.put(question.path("question_key").asString(""), options);
        }
        return questions;
    }

    /** What is chosen before anybody chooses: selected_id or the first option; the checked boxes. */
    public Map<String, List<String>> selected() {
        var selected = new LinkedHashMap<String, List<String>>();
        for (var question : CardButtons.questions(json())) {
            selected.put(question.path("question_key").asString(""), CardButtons.preselected(json(), question));
        }
        return selected;
    }

    /** Whether it was taken back. */
    public boolean isRecalled() {
        return recalled;
    }

    /** Every face of this member's copy, the oldest first. */
    public List<CardFace> history() {
        return faces;
    }

    /** Response codes given out for it: one by its sending if it has callbacks, one by each tap. */
    public int codesIssued() {
        return codesIssued;
    }

    /** Response codes used on it. */
    public int codesSpent() {
        return codesSpent;
    }

    private String text(String block, String field) {
        return json().path(block).path(field).asString("");
    }

    private static void collect(JsonNode node, List<String> pieces) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                var shown = CardButtons.SHOWN.contains(entry.getKey())
                        || !entry.getValue().isString();
                if (shown) {
                    collect(entry.getValue(), pieces);
                }
            });
        } else if (node.isArray()) {
            StreamSupport.stream(node.spliterator(), false).forEach(item -> collect(item, pieces));
        } else if (node.isString() && !node.stringValue().isEmpty()) {
            pieces.add(node.stringValue());
        }
    }

    @Override
    public String toString() {
        return type() + " " + taskId() + ": " + title();
    }
}
