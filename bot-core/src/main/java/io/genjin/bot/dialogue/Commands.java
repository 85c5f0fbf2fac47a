package io.genjin.bot.dialogue;

import io.genjin.crm.member.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All commands; a command is never taken for an answer. */
@Component
class Commands {
    private static final String HELP = "帮助";

    private final List<Command> commands;

    Commands(List<Command> commands) {
        this.commands =
                commands.stream().sorted(Comparator.comparing(Command::word)).toList();
    }

    /** The answer, when the text is a command: its word alone, or followed by a space. */
    Optional<String> answer(Member member, String text) {
        if (text.equals(HELP) || text.equalsIgnoreCase("help") || text.equals("?") || text.equals("？")) {
            return Optional.of(help());
        }
        for (Command command : commands) {
            if (text.equals(command.word())) {
                return Optional.of(command.answer(member, ""));
            }
            if (text.startsWith(command.word() + " ")) {
                return Optional.of(command.answer(
                        member, text.substring(command.word().length()).strip()));
            }
        }
        return Optional.empty();
    }

    private String help() {
        StringBuilder help =
                new StringBuilder("把客户的话打字、粘贴或逐条转发给我，我来写跟进，你点「确认」就好。\n" + "也可以一句话：华东快消要报价，周五回\n合并转发、图片和语音我读不到。\n");
        for (Command command : commands) {
            help.append('\n').append(command.word()).append("　").append(command.promise());
        }
        return help.toString();
    }
}
