package io.genjin.bot.capture;

import io.genjin.bot.capture.ContactChoices.Choice;
import io.genjin.bot.platform.BusinessTime;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.cards.Button;
import io.genjin.cards.ButtonInteraction;
import io.genjin.cards.ButtonSelection;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.Option;
import io.genjin.cards.TaskId;
import io.genjin.cards.TextNotice;
import io.genjin.crm.chat.SignalPolarity;
import io.genjin.crm.lead.NextContact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All cards of drafts and all their words. */
@Component
class CaptureCards {
    static final String CONFIRM = "draft.confirm:";
    static final String IGNORE = "draft.ignore:";
    static final String UNDO = "draft.undo:";
    static final String NEXT_CONTACT = "next_contact";

    private static final String SOURCE = "跟进草稿";

    private final PublicUrl url;
    private final CaptureProperties properties;

    CaptureCards(PublicUrl url, CaptureProperties properties) {
        this.url = url;
        this.properties = properties;
    }

    /** The card to confirm; {@code note} stands beside the intents, for example 已更新，请再确认. */
    ButtonInteraction open(
            String taskId, Draft draft, String stageName, List<Choice> choices, @Nullable String note, String page) {
        DraftContent content = draft.content();
        boolean sure = content.confidence() >= properties.sureAbove();
        ButtonInteraction.Builder card = ButtonInteraction.builder(new TaskId(taskId))
                .source(SOURCE)
                .title(title(content), desc(content, sure, note))
                .subTitle(subTitle(content))
                .item("阶段", stageName)
                .itemIfPresent("金额", content.amount() == null ? null : Money.show(content.amount()))
                .itemIfPresent("客户异议", content.objection())
                .itemIfPresent("下一步", content.nextAction())
                .action(page)
                .selection(new ButtonSelection(
                        NEXT_CONTACT,
                        "下次联系",
                        choices.stream()
                                .map(choice -> new Option(choice.id(), choice.label()))
                                .toList(),
                        choices.get(0).id()));
        if (!content.quote().isEmpty()) {
            card.quote(null, String.join("\n", content.quote()));
        }
        String key = draft.id().value() + ":" + draft.version();
        Button confirm = Button.callback("确认", Button.Style.EMPHASIS, CONFIRM + key);
        Button change = Button.url(
                "修改", Button.Style.SECONDARY, url.of("/h5/drafts/" + draft.id().value()));
        Button ignore = Button.callback("不是跟进", Button.Style.NEUTRAL, IGNORE + key);
        (sure ? List.of(confirm, change, ignore) : List.of(ignore, confirm, change)).forEach(card::button);
        return card.build();
    }

    /** What became of the draft, with 撤销 while that is allowed. */
    CardUpdate outcome(
            String taskId,
            DraftId draft,
            DraftContent content,
            String outcome,
            @Nullable NextContact next,
            boolean undoable,
            String page) {
        if (!undoable) {
            return CardUpdate.card(TextNotice.builder(new TaskId(taskId))
                    .source(SOURCE)
                    .title(title(content), outcome)
                    .subTitle(content.coreNeed())
                    .itemIfPresent("金额", content.amount() == null ? null : Money.show(content.amount()))
                    .itemIfPresent("下次联系", next == null ? null : ContactChoices.label(next))
                    .action(page)
                    .build());
        }
        return CardUpdate.card(ButtonInteraction.builder(new TaskId(taskId))
                .source(SOURCE)
                .title(title(content), outcome)
                .subTitle(content.coreNeed())
                .itemIfPresent("金额", content.amount() == null ? null : Money.show(content.amount()))
                .itemIfPresent("下次联系", next == null ? null : ContactChoices.label(next))
                .action(page)
                .button("撤销", Button.Style.NEUTRAL, UNDO + draft.value())
                .build());
    }

    /** 已记录 14:32, or 已由陈静记录 14:32 where somebody else did. */
    static String recorded(DraftStatus status, Instant at, @Nullable String byOther) {
        String what = status == DraftStatus.EDITED_AND_CONFIRMED ? "修改并记录" : "记录";
        return (byOther == null ? "已" + what : "已由" + byOther + what) + " " + BusinessTime.clock(at);
    }

    static String title(DraftContent content) {
        boolean same = content.contactName().isEmpty() || content.contactName().equals(content.customerName());
        return same ? content.customerName() : content.customerName() + " · " + content.contactName();
    }

    static String intents(DraftContent content) {
        return content.intents().entrySet().stream()
                .map(intent -> intent.getValue() == SignalPolarity.POSITIVE
                        ? intent.getKey().label()
                        : "暂不" + intent.getKey().label())
                .collect(Collectors.joining("、"));
    }

    private static String desc(DraftContent content, boolean sure, @Nullable String note) {
        String intents = intents(content);
        String words = intents.isEmpty() ? "跟进" : intents;
        if (!sure) {
            words += "（不太确定）";
        }
        return note == null ? words : note + "｜" + words;
    }

    private static String subTitle(DraftContent content) {
        String points = String.join("\n", content.keyPoints());
        if (content.coreNeed().isEmpty()) {
            return points;
        }
        return points.isEmpty() || points.equals(content.coreNeed())
                ? "诉求：" + content.coreNeed()
                : "诉求：" + content.coreNeed() + "\n" + points;
    }
}
