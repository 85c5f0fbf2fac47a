package io.genjin.bot.outbox;

/** A recipient's lane, claimed by this worker as long as {@code claim} stands in its row. */
record Channel(Recipient recipient, Lane lane, String claim) {}
