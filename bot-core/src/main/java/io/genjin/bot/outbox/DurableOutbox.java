package io.genjin.bot.outbox;

import io.genjin.bot.platform.AfterCommit;
import io.genjin.bot.wecom.WeComProperties;
import io.genjin.cards.AppMessage;
import io.genjin.cards.CardUpdate;
import io.genjin.cards.Message;
import io.genjin.cards.TemplateCard;
import io.genjin.crm.member.Member;
import java.time.Duration;
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
    private final OutboxProperties properties;
    private final WeComProperties wecom;
    private final InstantSource clock;

    DurableOutbox(
            OutboxTable messages,
            ChannelTable channels,
            OutboxWorkers workers,
            OutboxProperties properties,
            WeComProperties wecom,
            InstantSource clock) {
        this.messages = messages;
        this.channels = channels;
        this.workers = workers;
        this.properties = properties;
        this.wecom = wecom;
        this.clock = clock;
    }

    @Override
    public void send(String cause, Member to, Lane lane, Message message) {
        String taskId = message instanceof TemplateCard card && card.taskId() != null
                ? card.taskId().value()
                : null;
        AppMessage plain = AppMessage.to(to.userId()).message(wecom.agentId(), message);
        String body = plain.duplicateCheck(properties.duplicateCheck()).toJson();
        Recipient recipient = Recipient.member(to.id());
        // WeCom tells repeats by their content: the same words for another cause would be swallowed as one. A day more,
        // because what is written in the evening may be sent in the morning.
        Instant since = clock.instant().minus(properties.duplicateCheck()).minus(Duration.ofDays(1));
        if (taskId == null && messages.saidSince(recipient, body, since)) {
            body = plain.toJson();
        }
        keep(cause, recipient, lane, PushKind.SEND, taskId, body, null);
    }

    @Override
    public void answerTap(String cause, Member to, String taskId, String responseCode, CardUpdate update) {
        if (responseCode.isEmpty()) {
            replaceCard(cause, to, taskId, update);
            return;
        }
        keep(cause, Recipient.member(to.id()), Lane.ANSWER, PushKind.UPDATE, taskId, body(to, update), responseCode);
    }

    @Override
    public void replaceCard(String cause, Member to, String taskId, CardUpdate update) {
        keep(cause, Recipient.member(to.id()), Lane.ANSWER, PushKind.UPDATE, taskId, body(to, update), null);
    }

    @Override
    public void recall(String cause, Member to, Lane lane, String taskId) {
        keep(cause, Recipient.member(to.id()), lane, PushKind.RECALL, taskId, "{}", null);
    }

    @Override
    public void toOutlet(String cause, Recipient outlet, String body) {
        keep(cause, outlet, Lane.WORK, PushKind.OUTLET, null, body, null);
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
            @Nullable String code) {
        Instant now = clock.instant();
        if (messages.insert(cause, to, lane, kind, taskId, body, code, now)) {
            channels.ring(to, lane, now);
            AfterCommit.run(workers::wake);
        }
    }
}
