package io.genjin.bot.capture;

import io.genjin.crm.followup.FollowUp;

/** A follow-up record was taken back. Published in the transaction that marks it. */
public record DraftUndone(FollowUp followUp) {}
