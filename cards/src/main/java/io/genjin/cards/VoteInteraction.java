package io.genjin.cards;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card to tick one or more choices and submit them (投票选择型, doc 90236). Title and submit button, optional to some
 * readers of the documentation and required to others, are always sent.
 */
public record VoteInteraction(
        @Nullable Source source, TaskId taskId, MainTitle title, Checkbox checkbox, SubmitButton submit)
        implements TemplateCard {
    public VoteInteraction {
        taskId = Checks.present("task_id", taskId);
        title = MainTitle.required(title);
        checkbox = Checks.present("checkbox", checkbox);
        submit = Checks.present("submit_button", submit);
    }

    /** The task id must be new for each card that is sent. */
    public static Builder builder(TaskId taskId) {
        return new Builder(taskId);
    }

    @Override
    public String cardType() {
        return "vote_interaction";
    }

    @Override
    public ObjectNode body() {
        return CardParts.head(this, source, null, title)
                .object("checkbox", checkbox.json())
                .object("submit_button", submit.json())
                .end();
    }

    /** Builds a {@link VoteInteraction}. */
    public static final class Builder extends CardBuilder<Builder> {
        private final TaskId task;

        private @Nullable Checkbox checkbox;
        private @Nullable SubmitButton submit;

        private Builder(TaskId taskId) {
            super(taskId);
            this.task = taskId;
        }

        @Override
        Builder self() {
            return this;
        }

        public Builder checkbox(Checkbox checkbox) {
            this.checkbox = checkbox;
            return this;
        }

        public Builder submit(String text, String key) {
            this.submit = new SubmitButton(text, key);
            return this;
        }

        /** Throws {@link CardLimitException} where a required part is missing. */
        public VoteInteraction build() {
            return new VoteInteraction(
                    source,
                    task,
                    MainTitle.required(title),
                    Checks.present("checkbox", checkbox),
                    Checks.present("submit_button", submit));
        }
    }
}
