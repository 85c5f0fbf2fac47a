package io.genjin.bot.outbox;

import io.genjin.bot.platform.AfterCommit;
import io.genjin.bot.wecom.CardIssue;
import io.genjin.bot.wecom.WeComProperties;
import io.genjin.cards.AppMessage;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.Message;
import io.genjin.cards.TemplateCard;
import io.genjin.crm.member.Member;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes pushes as the exact bytes that will be sent, so that WeCom can recognise a repeated request. */
@Component
class DurableOutbox implements Outbox {
    private final OutboxTable messages;
    private final ChannelTable channels;
    private final OutboxWorkers workers;
    private final Wording wording;
    private final OutboxProperties properties;
    private final WeComProperties wecom;
    private final InstantSource clock;

    DurableOutbox(
            OutboxTable messages,
            ChannelTable channels,
            OutboxWorkers workers,
            Wording wording,
            OutboxProperties properties,
            WeComProperties wecom,
            InstantSource clock) {
        this.messages = messages;
        this.channels = channels;
        this.workers = workers;
        this.wording = wording;
        this.properties = properties;
        this.wecom = wecom;
        this.clock = clock;
    }

    @Override
    public void send(String cause, Member to, Lane lane, Message message) {
        String taskId = message instanceof TemplateCard card && card.taskId() != null
                ? card.taskId().value()
                : null;
        AppMessage request = AppMessage.to(to.userId()).message(wecom.agentId(), message);
        Recipient recipient = Recipient.member(to.id());
        if (taskId == null) {
            Wording.Said said = wording.of(cause, request);
            keep(cause, recipient, lane, PushKind.SEND, null, said.body(), said.digest(), null);
            return;
        }
        if (CardIssue.read(taskId).issue() > 1) {
            throw new IllegalArgumentException("a card's name must not end like a further issue of another: " + taskId);
        }
        String body = request.duplicateCheck(properties.duplicateCheck()).toJson();
        keep(cause, recipient, lane, PushKind.SEND, taskId, body, null, null);
    }

    @Override
    public void answerTap(String cause, Member to, String taskId, String responseCode, CardUpdate update) {
        if (responseCode.isEmpty()) {
            replaceCard(cause, to, taskId, update);
            return;
        }
        keep(
                cause,
                Recipient.member(to.id()),
                Lane.ANSWER,
                PushKind.UPDATE,
                taskId,
                body(to, update),
                null,
                responseCode);
    }

    @Override
    public void replaceCard(String cause, Member to, String taskId, CardUpdate update) {
        keep(cause, Recipient.member(to.id()), Lane.ANSWER, PushKind.UPDATE, taskId, body(to, update), null, null);
    }

    @Override
    public void recall(String cause, Member to, Lane lane, String taskId) {
        keep(cause, Recipient.member(to.id()), lane, PushKind.RECALL, taskId, "{}", null, null);
    }

    @Override
    public void toOutlet(String cause, Recipient outlet, String body) {
        keep(cause, outlet, Lane.WORK, PushKind.OUTLET, null, body, null, null);
    }

    private String body(Member to, CardUpdate update) {
        return update.toJsonWithoutCode(wecom.agentId(), List.of(to.userId()));
    }

    private void keep(
            String cause,
            Recipient to,
            Lane lane,
            PushKind kind,
            @Nullable String taskId,
            String body,
            @Nullable String said,
            @Nullable String code) {
        Instant now = clock.instant();
        if (messages.insert(cause, to, lane, kind, taskId, body, code, said, now)) {
            channels.ring(to, lane, now);
            AfterCommit.run(() -> workers.rung(to, lane));
        }
    }
}
