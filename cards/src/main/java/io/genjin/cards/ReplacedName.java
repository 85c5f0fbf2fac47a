package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/** See {@link CardUpdate#replaceName}. */
record ReplacedName(String name) implements CardUpdate {
    ReplacedName {
        name = Checks.required("button.replace_name", name);
    }

    @Override
    public String formName() {
        return "button";
    }

    @Override
    public ObjectNode form() {
        return Json.object().text("replace_name", name).end();
    }
}
