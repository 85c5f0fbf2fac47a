package io.genjin.bot.inbox;

/** A claimed row: ours as long as {@code claim} stands in it. */
record InboxItem(String id, String kind, String payload, int attempts, String claim) {}
