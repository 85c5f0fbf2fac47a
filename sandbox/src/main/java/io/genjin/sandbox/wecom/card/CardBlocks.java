package io.genjin.sandbox.wecom.card;

import io.genjin.sandbox.wecom.world.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a card one by one: lengths, counts, and what a type of link needs. */
final class CardBlocks {
    private static final int KEY_BYTES = 1024;
    private static final int OPTION_ID_BYTES = 128;

    private CardBlocks() {}

    /** Everything that is only shown or linked. */
    static void checkShown(Block root) {
        if (root.has("source")) {
            var source = root.child("source");
            source.only("icon_url", "desc", "desc_color");
            source.advised("desc", 20);
            source.text("icon_url");
            source.number("desc_color", 0, 3);
        }
        if (root.has("main_title")) {
            titled(root.child("main_title"), 36, 44);
        }
        if (root.has("emphasis_content")) {
            titled(root.child("emphasis_content"), 14, 22);
        }
        if (root.has("quote_area")) {
            var quote = root.child("quote_area");
            quote.only("type", "url", "appid", "pagepath", "title", "quote_text");
            quote.text("title");
            quote.text("quote_text");
            link(quote, quote.number("type", 0, 2), CardCodes.INVALID);
        }
        root.advised("sub_title_text", 160);
        root.items("horizontal_content_list", 0, 6, CardCodes.INVALID).forEach(CardBlocks::row);
        for (var item : root.items("vertical_content_list", 0, 4, CardCodes.INVALID)) {
            item.only("title", "desc");
            item.required("title", CardCodes.MISSING);
            titled(item, 38, 160);
        }
        for (var jump : root.items("jump_list", 0, 3, CardCodes.JUMP_LIST_LENGTH)) {
            jump.only("type", "title", "url", "appid", "pagepath");
            jump.required("title", CardCodes.MISSING);
            jump.advised("title", 18);
            link(jump, jump.number("type", 0, 2), CardCodes.INVALID);
        }
        checkPicture(root);
        if (root.has("card_action")) {
            var action = root.child("card_action");
            action.only("type", "url", "appid", "pagepath");
            var type = action.number("type", 0, 2);
            if (type == 0) {
                throw new Refusal(CardCodes.CARD_ACTION, "card_action.type must be 1 or 2");
            }
            link(action, type, CardCodes.CARD_ACTION);
        }
    }

    /** Everything that a person chooses or taps. */
    static void checkAsked(Block root, boolean updating) {
        if (root.has("action_menu")) {
            var menu = root.child("action_menu");
            menu.only("desc", "action_list");
            menu.text("desc");
            var keys = new ArrayList<String>();
            for (var action : required(menu, "action_list", 1, 3, CardCodes.INVALID)) {
                action.only("text", "key");
                action.required("text", CardCodes.MISSING);
                keys.add(action.key("key", KEY_BYTES, CardCodes.BUTTON_KEY));
            }
            Block.unique(keys, CardCodes.BUTTON_KEY, "action_menu key");
        }
        if (root.has("button_selection")) {
            selection(root.child("button_selection"), updating);
        }
        checkButtons(root);
        if (root.has("checkbox")) {
            checkbox(root.child("checkbox"), updating);
        }
        var questions = new ArrayList<String>();
        for (var select : root.items("select_list", 1, 3, CardCodes.SELECT_LIST_LENGTH)) {
            questions.add(selection(select, updating));
        }
        Block.unique(questions, CardCodes.QUESTION_KEY, "question_key");
        if (root.has("submit_button")) {
            var submit = root.child("submit_button");
            submit.only("text", "key");
            submit.advised("text", 10);
            submit.key("key", KEY_BYTES, CardCodes.SUBMIT_KEY);
        }
    }

    private static void checkButtons(Block root) {
        var keys = new ArrayList<String>();
        for (var button : root.items("button_list", 1, 6, CardCodes.INVALID)) {
            button.only("text", "style", "key", "type", "url");
            button.required("text", CardCodes.MISSING);
            button.advised("text", 10);
            button.number("style", 0, 4);
            if (button.number("type", 0, 1) == 1) {
                button.url("url", CardCodes.INVALID);
            } else {
                keys.add(button.key("key", KEY_BYTES, CardCodes.BUTTON_KEY));
            }
        }
        Block.unique(keys, CardCodes.BUTTON_KEY, "button key");
    }

    private static void checkPicture(Block root) {
        if (root.has("card_image")) {
            var image = root.child("card_image");
            image.only("url", "aspect_ratio");
            image.url("url", CardCodes.CARD_IMAGE_URL);
            var ratio = image.fraction("aspect_ratio", 1.31);
            if (ratio <= 1.3 || ratio >= 2.25) {
                throw new Refusal(CardCodes.INVALID, "card_image.aspect_ratio must be above 1.3 and below 2.25");
            }
        }
        if (root.has("image_text_area")) {
            var area = root.child("image_text_area");
            area.only("type", "url", "appid", "pagepath", "title", "desc", "image_url");
            area.url("image_url", CardCodes.CARD_IMAGE_URL);
            link(area, area.number("type", 0, 2), CardCodes.INVALID);
        }
    }

    private static void row(Block row) {
        row.only("keyname", "value", "type", "url", "media_id", "userid");
        row.required("keyname", CardCodes.MISSING);
        row.advised("keyname", 5);
        row.advised("value", 30);
        switch (row.number("type", 0, 3)) {
            case 1 -> row.url("url", CardCodes.INVALID);
            case 2 -> {
                row.required("media_id", CardCodes.MISSING);
                row.required("value", CardCodes.MISSING);
            }
            case 3 -> row.required("userid", CardCodes.MISSING);
            default -> {
                // Plain text needs nothing more.
            }
        }
    }

    private static String selection(Block block, boolean updating) {
        block.only(
                updating
                        ? new String[] {"question_key", "title", "option_list", "selected_id", "disable"}
                        : new String[] {"question_key", "title", "option_list", "selected_id"});
        block.flag("disable");
        block.advised("title", 13);
        block.text("selected_id");
        options(block, 10, 16, "id", "text");
        return block.key("question_key", KEY_BYTES, CardCodes.QUESTION_KEY);
    }

    private static void checkbox(Block block, boolean updating) {
        block.only(
                updating
                        ? new String[] {"question_key", "mode", "option_list", "disable"}
                        : new String[] {"question_key", "mode", "option_list"});
        block.key("question_key", KEY_BYTES, CardCodes.QUESTION_KEY);
        block.number("mode", 0, 1);
        block.flag("disable");
        options(block, 20, 17, "id", "text", "is_checked");
    }

    private static void options(Block block, int max, int advisedLength, String... fields) {
        var ids = new ArrayList<String>();
        for (var option : required(block, "option_list", 1, max, CardCodes.INVALID)) {
            option.only(fields);
            ids.add(option.key("id", OPTION_ID_BYTES, CardCodes.OPTION_ID));
            option.required("text", CardCodes.OPTION_TEXT);
            option.advised("text", advisedLength);
            option.flag("is_checked");
        }
        Block.unique(ids, CardCodes.OPTION_ID, "option id");
    }

    private static List<Block> required(Block block, String field, int min, int max, int errcode) {
        if (!block.has(field)) {
            throw new Refusal(CardCodes.MISSING, field + " is required");
        }
        return block.items(field, min, max, errcode);
    }

    private static void titled(Block block, int title, int desc) {
        block.only("title", "desc");
        block.advised("title", title);
        block.advised("desc", desc);
    }

    private static void link(Block block, int type, int errcode) {
        if (type == 1) {
            block.url("url", errcode);
        } else if (type == 2) {
            block.required("appid", errcode);
        }
    }
}
