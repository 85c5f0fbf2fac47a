package io.genjin.nlp;

/** What a message is about, of the three steps that a follow-up record is written for. */
public enum Intent {
    /** The price of this deal is asked, offered, sent or discussed. */
    QUOTE,
    /** A trial, pilot, sample or demo account of our product is asked, offered or in progress. */
    TRIAL,
    /** A contract, its signing, sealing or renewal. */
    CONTRACT
}
