package io.genjin.sandbox.wecom.card;

import io.genjin.sandbox.wecom.world.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which blocks belong to which type of card, and what is required where. */
public final class CardRules {
    private static final Pattern TASK_ID = Pattern.compile("[0-9A-Za-z_@-]{1,128}");
    private static final Set<String> INTERACTIVE =
            Set.of("button_interaction", "vote_interaction", "multiple_interaction");
    private static final Set<String> COMMON = Set.of("card_type", "source", "main_title", "task_id");
    private static final Map<String, Set<String>> BLOCKS = Map.of(
            "text_notice",
            Set.of(
                    "action_menu",
                    "quote_area",
                    "emphasis_content",
                    "sub_title_text",
                    "horizontal_content_list",
                    "jump_list",
                    "card_action"),
            "news_notice",
            Set.of(
                    "action_menu",
                    "quote_area",
                    "horizontal_content_list",
                    "vertical_content_list",
                    "jump_list",
                    "card_image",
                    "image_text_area",
                    "card_action"),
            "button_interaction",
            Set.of(
                    "action_menu",
                    "quote_area",
                    "sub_title_text",
                    "horizontal_content_list",
                    "card_action",
                    "button_selection",
                    "button_list"),
            "vote_interaction",
            Set.of("checkbox", "submit_button"),
            "multiple_interaction",
            Set.of("select_list", "submit_button"));

    private CardRules() {}

    /** Where a card is used; the rules differ a little. */
    public enum Use {
        /** message/send. */
        SEND,
        /** update_template_card or a passive reply. */
        UPDATE,
        /** A group robot: notices without callbacks only. */
        ROBOT
    }

    /** Whether clicks on that type come back, so that it gets a response code. */
    public static boolean interactive(JsonNode card) {
        return INTERACTIVE.contains(card.path("card_type").asString("")) || card.has("action_menu");
    }

    /**
     * Checks a card.
     *
     * @return what WeCom advises and the card exceeds
     * @throws Refusal with WeCom's code when a hard rule is broken
     */
    public static List<String> check(JsonNode card, Use use) {
        var root = Block.root(card);
        var type = root.required("card_type", CardCodes.INVALID);
        var ofType = BLOCKS.get(type);
        if (ofType == null || (use == Use.ROBOT && INTERACTIVE.contains(type))) {
            throw new Refusal(CardCodes.INVALID, "template_card.card_type \"" + type + "\" is not possible here");
        }
        var updating =
                use == Use.UPDATE && INTERACTIVE.contains(type) ? Stream.of("replace_text") : Stream.<String>of();
        root.only(Stream.of(COMMON.stream(), ofType.stream(), updating)
                .flatMap(each -> each)
                .toArray(String[]::new));
        root.text("replace_text");
        checkTaskId(root, type, use);
        CardBlocks.checkShown(root);
        CardBlocks.checkAsked(root, use == Use.UPDATE);
        checkRequired(root, type, use);
        return root.advice();
    }

    private static void checkTaskId(Block root, String type, Use use) {
        if (use == Use.ROBOT) {
            if (root.has("task_id") || root.has("action_menu")) {
                throw new Refusal(CardCodes.INVALID, "a robot's card has neither task_id nor action_menu");
            }
            return;
        }
        var answered = INTERACTIVE.contains(type) || root.has("action_menu");
        if (root.has("task_id") || (answered && use == Use.SEND)) {
            var taskId = root.text("task_id");
            if (!TASK_ID.matcher(taskId).matches()) {
                throw new Refusal(CardCodes.TASK_ID, "task_id needs 1 to 128 of 0-9 A-Z a-z _ @ -");
            }
        }
    }

    private static void checkRequired(Block root, String type, Use use) {
        var title = root.has("main_title") ? root.child("main_title").text("title") : "";
        switch (type) {
            case "text_notice" -> {
                if (title.isEmpty() && root.text("sub_title_text").isEmpty()) {
                    throw new Refusal(CardCodes.MISSING, "main_title.title or sub_title_text is required");
                }
            }
            case "news_notice" -> {
                require(root, "main_title");
                if (!root.has("card_image") && (!root.has("image_text_area") || use == Use.ROBOT)) {
                    throw new Refusal(CardCodes.CARD_IMAGE_URL, "card_image or image_text_area is required");
                }
            }
            case "button_interaction" -> {
                require(root, "main_title");
                require(root, "button_list");
            }
            case "vote_interaction" -> {
                require(root, "checkbox");
                require(root, "submit_button");
            }
            default -> {
                require(root, "select_list");
                require(root, "submit_button");
            }
        }
        if (type.endsWith("_notice") && !root.has("card_action")) {
            throw new Refusal(CardCodes.CARD_ACTION, "card_action is required");
        }
    }

    private static void require(Block root, String field) {
        if (!root.has(field)) {
            throw new Refusal(CardCodes.MISSING, "template_card." + field + " is required");
        }
    }
}
