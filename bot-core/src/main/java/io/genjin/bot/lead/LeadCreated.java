package io.genjin.bot.lead;

import io.genjin.crm.lead.Lead;

/** Somebody outside made a lead. Published in the transaction that makes it. */
public record LeadCreated(Lead lead) {}
