package io.genjin.bot.dialogue;

import io.genjin.bot.outbox.QuietHours;
import io.genjin.bot.outbox.QuietHoursBook;
import io.genjin.crm.member.Member;
import org.springframework.stereotype.Component;

/** 免打扰: a member's own quiet hours. */
@Component
class QuietHoursCommand implements Command {
    private static final String HOW = "改时段发「免打扰 22:00-08:00」，不要就发「免打扰 关」。";

    private final QuietHoursBook book;

    QuietHoursCommand(QuietHoursBook book) {
        this.book = book;
    }

    @Override
    public String word() {
        return "免打扰";
    }

    @Override
    public String promise() {
        return "看或改你的免打扰时段";
    }

    @Override
    public String answer(Member member, String rest) {
        if (rest.isEmpty()) {
            QuietHours now = book.of(member.id());
            return (now.none() ? "现在没有免打扰时段。" : "免打扰时段：" + now + "，期间的草稿到点再发。") + "\n" + HOW;
        }
        if (rest.equals("关") || rest.equals("关闭")) {
            book.set(member.id(), QuietHours.NONE);
            return "好，随时发给你。";
        }
        try {
            QuietHours hours = QuietHours.parse(rest);
            book.set(member.id(), hours);
            return hours.none() ? "好，随时发给你。" : "好，" + hours + " 不打扰你。";
        } catch (IllegalArgumentException unclear) {
            return "没看懂时段。" + HOW;
        }
    }
}
