package io.genjin.bot.outbox;

import java.time.LocalDate;

/**
 * Four fifths of a day's quota of messages are used: digests stop. Each node that notices says so once a day.
 *
 * @param used person-times so far
 * @param quota person-times of the whole day
 */
record QuotaNearlyUsed(LocalDate day, long used, long quota) {}
