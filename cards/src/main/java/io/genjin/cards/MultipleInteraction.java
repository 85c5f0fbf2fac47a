package io.genjin.cards;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card with up to three drop-downs and one button (多项选择型, doc 90236). It holds no quote, link or second button.
 *
 * @param selects 1 to 3, with different question keys
 */
public record MultipleInteraction(
        @Nullable Source source, TaskId taskId, MainTitle title, List<Select> selects, SubmitButton submit)
        implements TemplateCard {
    public MultipleInteraction {
        taskId = Checks.present("task_id", taskId);
        title = MainTitle.required(title);
        selects = Checks.size("select_list", selects, 1, Limits.SELECTS);
        Checks.unique(
                "select_list",
                ".question_key",
                selects.stream().map(Select::questionKey).toList());
        submit = Checks.present("submit_button", submit);
    }

    /** The task id must be new for each card that is sent. */
    public static Builder builder(TaskId taskId) {
        return new Builder(taskId);
    }

    @Override
    public String cardType() {
        return "multiple_interaction";
    }

    @Override
    public ObjectNode body() {
        return CardParts.head(this, source, null, title)
                .list("select_list", selects, Select::json)
                .object("submit_button", submit.json())
                .end();
    }

    /** Builds a {@link MultipleInteraction}. */
    public static final class Builder extends CardBuilder<Builder> {
        private final TaskId task;
        private final List<Select> selects = new ArrayList<>();

        private @Nullable SubmitButton submit;

        private Builder(TaskId taskId) {
            super(taskId);
            this.task = taskId;
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder select(Select select) {
            selects.add(select);
            return this;
        }

        public Builder submit(String text, String key) {
            this.submit = new SubmitButton(text, key);
            return this;
        }

        /** Throws {@link CardLimitException} where a required part is missing or there are too many of one. */
        public MultipleInteraction build() {
            return new MultipleInteraction(
                    source, task, MainTitle.required(title), selects, Checks.present("submit_button", submit));
        }
    }
}
