package io.genjin.bot.capture;

import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.Checkbox;
import io.genjin.cards.TaskId;
import io.genjin.cards.TextNotice;
import io.genjin.cards.VoteInteraction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of several drafts, what it says once it is answered, and all their words. */
@Component
class ListCards {
    static final String KEY = "draft.list:";
    static final String QUESTION = "drafts";
    /** A check box holds so many (doc 90236); the rest waits in 我的草稿. */
    static final int MOST = 20;

    private static final String SOURCE = "跟进草稿";

    private final PublicUrl url;
    private final CaptureProperties properties;

    ListCards(PublicUrl url, CaptureProperties properties) {
        this.url = url;
        this.properties = properties;
    }

    /**
     * @param taskId the name under which it is out, or goes out: a further issue has one of its own
     * @param more how many further drafts wait that the list has no room for
     * @param note stands in place of the usual hint
     */
    VoteInteraction open(
            String taskId, DraftList list, List<Draft> drafts, int more, @Nullable String note, Instant now) {
        List<Checkbox.Choice> choices = drafts.stream()
                .map(draft -> new Checkbox.Choice(
                        DraftList.option(draft.id(), draft.version()),
                        line(draft, now).text(),
                        true))
                .toList();
        String hint = more == 0 ? "不勾的先留着；看原话、修改，发「我的草稿」给我" : "另有 " + more + " 份放不下，发「我的草稿」给我就能看到";
        return VoteInteraction.builder(new TaskId(taskId))
                .source(SOURCE)
                .title(drafts.size() + " 份跟进等你确认", note == null ? hint : note)
                .checkbox(new Checkbox(QUESTION, Checkbox.Mode.MULTIPLE, choices))
                .submit("确认所选", KEY + list.id())
                .build();
    }

    /** How a draft stands on the list. */
    DraftLine line(Draft draft, Instant now) {
        return DraftLine.of(draft.content(), mark(draft), now);
    }

    /** What became of the list's drafts. */
    CardUpdate answered(String taskId, ListOutcome outcome, Instant now) {
        return CardUpdate.card(TextNotice.builder(new TaskId(taskId))
                .source(SOURCE)
                .title(title(outcome), undo(outcome, now))
                .subTitle(outcome.changed().isEmpty() ? null : "已更新，请再确认：客户又说了新的，看新卡片。")
                .itemIfPresent("已确认", names(outcome.confirmed()))
                .itemIfPresent("请再确认", names(outcome.changed()))
                .itemIfPresent("还没确认", names(outcome.open()))
                .itemIfPresent("已撤销", names(outcome.undone()))
                .itemIfPresent("已处理", names(outcome.otherwise()))
                .action(url.of("/h5/drafts"))
                .jump("我的草稿", url.of("/h5/drafts"))
                .build());
    }

    private static String title(ListOutcome outcome) {
        Instant at = outcome.confirmedAt();
        if (at != null) {
            return "已确认 " + outcome.confirmed().size() + " 条 " + BusinessTime.clock(at);
        }
        return outcome.changed().isEmpty() && outcome.open().isEmpty() ? "这些草稿都处理过了" : "这次没有确认任何一条";
    }

    private @Nullable String undo(ListOutcome outcome, Instant now) {
        Instant at = outcome.confirmedAt();
        Instant until = at == null ? null : at.plus(properties.undoWithin());
        return until == null || !now.isBefore(until) ? null : BusinessTime.clock(until) + " 前可在「我的草稿」里逐条撤销";
    }

    /** The card's 不太确定, in the room that a line has. */
    private String mark(Draft draft) {
        return draft.content().confidence() >= properties.sureAbove() ? "" : "？";
    }

    private static @Nullable String names(List<Draft> drafts) {
        List<String> names = drafts.stream()
                .map(draft -> draft.content().customerName())
                .distinct()
                .toList();
        return names.isEmpty() ? null : String.join("、", names);
    }
}
