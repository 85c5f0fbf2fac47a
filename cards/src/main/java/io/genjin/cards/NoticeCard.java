package io.genjin.cards;

import org.jspecify.annotations.Nullable;

/** The two cards that also a group robot can send, which then must have neither menu nor task id (doc 91770). */
public sealed interface NoticeCard extends TemplateCard permits TextNotice, NewsNotice {
    @Nullable
    ActionMenu menu();

    /** The same card with its texts shortened to what a robot's card shows. */
    NoticeCard forRobot();
}
