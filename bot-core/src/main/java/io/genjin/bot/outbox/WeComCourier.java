package io.genjin.bot.outbox;

import io.genjin.bot.outbox.OutboxTable.CardRow;
import io.genjin.bot.wecom.CardIssue;
import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import io.genjin.bot.wecom.WeComSilent;
import io.genjin.cards.CardUpdate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Carries messages, card updates and recalls to WeCom, and reads from its answer what to do next. */
@Component
class WeComCourier implements Courier {
    private static final Duration RECALLABLE = Duration.ofHours(24);
    private static final Duration CODE_LIFE = Duration.ofHours(72);

    private final WeComApi wecom;
    private final OutboxTable messages;
    private final Reissues reissues;
    private final InstantSource clock;

    WeComCourier(WeComApi wecom, OutboxTable messages, Reissues reissues, InstantSource clock) {
        this.wecom = wecom;
        this.messages = messages;
        this.reissues = reissues;
        this.clock = clock;
    }

    @Override
    public Set<PushKind> kinds() {
        return Set.of(PushKind.SEND, PushKind.UPDATE, PushKind.RECALL);
    }

    @Override
    public Delivery deliver(Push push) {
        try {
            return switch (push.kind()) {
                case SEND -> send(push);
                case UPDATE -> update(push);
                case RECALL -> recall(push);
                case OUTLET -> new Delivery.Refused("not for WeCom");
            };
        } catch (WeComSilent silent) {
            return new Delivery.Later(String.valueOf(silent.getMessage()), true);
        } catch (WeComRefused refused) {
            return after(refused, push);
        }
    }

    private Delivery after(WeComRefused refused, Push push) {
        String why = String.valueOf(refused.getMessage());
        return switch (refused.reaction()) {
            // What an administrator can mend is worth waiting for: a card given up is a lost customer message.
            case LATER, ALERT -> new Delivery.Later(why, false);
            case ALREADY_OUT ->
                push.uncertain()
                        ? new Delivery.Sent(Optional.empty(), Optional.empty(), false)
                        : new Delivery.Refused(why);
            case GIVE_UP -> new Delivery.Refused(why);
        };
    }

    private Delivery send(Push push) {
        WeComApi.Sent sent = wecom.send(push.body());
        if (!sent.undelivered().isEmpty()) {
            return new Delivery.Refused("invalid or unlicensed receiver");
        }
        // A repeat that WeCom recognised is answered without a msgid, or without a card's code: the first attempt is
        // out.
        boolean codeLost =
                push.uncertain() && push.taskId() != null && sent.responseCode().isEmpty();
        return new Delivery.Sent(sent.msgId(), sent.responseCode(), sent.msgId().isPresent() && !codeLost);
    }

    private Delivery update(Push push) {
        String code = push.code();
        String body = push.body();
        if (code == null) {
            String taskId = String.valueOf(push.taskId());
            Optional<CardRow> card = messages.card(taskId);
            if (card.isEmpty()) {
                return new Delivery.Dropped("its card was never sent");
            }
            CardRow row = card.get();
            if (row.state() == OutboxTable.PENDING) {
                return messages.dropUnsent(row.id(), "settled before it was sent", clock.instant())
                        ? new Delivery.Dropped("its card need not be sent any more")
                        : new Delivery.Later("its card is being sent", false);
            }
            code = row.unspentCode();
            if (row.issue() > 1) {
                // The code is that of the issue whose answer was heard; WeCom wants its task_id beside it.
                body = reissues.named(body, new CardIssue(CardIssue.read(taskId).card(), row.issue()));
            }
            if (code == null || clock.instant().isAfter(row.at().plus(CODE_LIFE)) || !messages.spendCode(push, body)) {
                return new Delivery.Dropped("no code is left; the next tap heals the card");
            }
        }
        wecom.updateCard(CardUpdate.withCode(body, code));
        return new Delivery.Sent(Optional.empty(), Optional.empty(), true);
    }

    private Delivery recall(Push push) {
        Optional<CardRow> card = messages.card(String.valueOf(push.taskId()));
        if (card.isEmpty()) {
            return new Delivery.Dropped("its card was never sent");
        }
        CardRow row = card.get();
        if (row.state() == OutboxTable.PENDING) {
            return messages.dropUnsent(row.id(), "taken back before it was sent", clock.instant())
                    ? new Delivery.Dropped("its card need not be sent any more")
                    : new Delivery.Later("its card is being sent", false);
        }
        String msgId = row.msgId();
        if (msgId == null || clock.instant().isAfter(row.at().plus(RECALLABLE))) {
            return new Delivery.Dropped("can't be recalled any more");
        }
        wecom.recall(msgId);
        return new Delivery.Sent(Optional.empty(), Optional.empty(), true);
    }
}
