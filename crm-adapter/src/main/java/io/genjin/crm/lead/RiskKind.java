package io.genjin.crm.lead;

/** Why a lead may be in danger. */
public enum RiskKind {
    /** The customer turned a step down or put it off, and said nothing else that would make a draft. */
    REFUSAL,
    /** The customer named a competitor. */
    COMPETITOR
}
