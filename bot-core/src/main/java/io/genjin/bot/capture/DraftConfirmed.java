package io.genjin.bot.capture;

import io.genjin.crm.followup.FollowUp;

/** A draft became a follow-up record. Published in the transaction that records it. */
public record DraftConfirmed(FollowUp followUp) {}
