package io.genjin.cards;

import tools.jackson.databind.node.ObjectNode;

/** A notice in a robot's group (doc 91770): no menu, no task id, and a news notice needs its picture across. */
public record RobotCard(NoticeCard card) implements RobotMessage {
    public RobotCard {
        if (card.menu() != null) {
            throw new CardLimitException("action_menu", "not in a robot's card");
        }
        if (card.taskId() != null) {
            throw new CardLimitException("task_id", "not in a robot's card");
        }
        if (card instanceof NewsNotice news && news.image() == null) {
            throw new CardLimitException("card_image", "required in a robot's card");
        }
        card = card.forRobot();
    }

    @Override
    public String msgType() {
        return card.msgType();
    }

    @Override
    public ObjectNode body() {
        return card.body();
    }
}
