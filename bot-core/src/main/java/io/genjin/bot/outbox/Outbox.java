package io.genjin.bot.outbox;

import io.genjin.cards.CardUpdate;
import io.genjin.cards.Message;
import io.genjin.crm.member.Member;

/**
 * Where every push begins: a row in the caller's transaction, sent after its commit. A cause that is there already is
 * not pushed again.
 */
public interface Outbox {

    /** A new message to {@code to}. */
    void send(String cause, Member to, Lane lane, Message message);

    /** Another face for card {@code taskId}, paid for with the {@code responseCode} of a tap on it. */
    void answerTap(String cause, Member to, String taskId, String responseCode, CardUpdate update);

    /**
     * Another face for card {@code taskId}, paid for with the code of its own sending, when that is unspent. A card that
     * is not out yet is not sent any more. Where no code is left nothing happens: the next tap heals the card.
     */
    void replaceCard(String cause, Member to, String taskId, CardUpdate update);

    /** Takes card {@code taskId} back: before it is sent, or within 24 hours after; later nothing happens. */
    void recall(String cause, Member to, Lane lane, String taskId);

    /** A record for an outside CRM. */
    void toOutlet(String cause, Recipient outlet, String body);
}
