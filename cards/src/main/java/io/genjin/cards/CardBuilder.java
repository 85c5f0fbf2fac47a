package io.genjin.cards;

import org.jspecify.annotations.Nullable;

/** What every card's builder takes. Each call replaces what was given before; {@code build()} checks the whole. */
public abstract sealed class CardBuilder<B extends CardBuilder<B>>
        permits DetailedCardBuilder, VoteInteraction.Builder, MultipleInteraction.Builder {
    @Nullable
    TaskId taskId;

    @Nullable
    Source source;

    @Nullable
    MainTitle title;

    CardBuilder(@Nullable TaskId taskId) {
        this.taskId = taskId;
    }

    abstract B self();

    public B source(Source source) {
        this.source = source;
        return self();
    }

    public B source(String desc) {
        return source(Source.of(desc));
    }

    public B title(String title) {
        return title(title, null);
    }

    /** Both are shortened to what WeCom shows; blank counts as absent. */
    public B title(@Nullable String title, @Nullable String desc) {
        this.title = new MainTitle(title, desc);
        return self();
    }
}
