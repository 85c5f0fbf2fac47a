package io.genjin.bot.outbox;

/** What a courier does with a push. */
public enum PushKind {
    /** A new message. */
    SEND,
    /** Another face for a card that is out. */
    UPDATE,
    /** A message taken back. */
    RECALL,
    /** A record for an outside CRM. */
    OUTLET
}
