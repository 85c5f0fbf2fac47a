package io.genjin.cards;

import org.jspecify.annotations.Nullable;

/** A card (模板卡片, doc 90236). Needs client 3.1.6, the vote and multiple-choice cards 3.1.12; WeChat shows none. */
public sealed interface TemplateCard extends Message
        permits NoticeCard, ButtonInteraction, VoteInteraction, MultipleInteraction {
    /** WeCom's card_type. */
    String cardType();

    /** Under which taps come back; absent only on notices that nobody can tap. */
    @Nullable
    TaskId taskId();

    @Override
    default String msgType() {
        return "template_card";
    }
}
