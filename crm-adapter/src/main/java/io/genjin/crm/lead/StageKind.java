package io.genjin.crm.lead;

/** What it means for a lead to be in a stage: still open, or decided one way or the other. */
public enum StageKind {
    OPEN,
    WON,
    LOST
}
