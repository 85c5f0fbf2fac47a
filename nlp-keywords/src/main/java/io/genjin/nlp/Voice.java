package io.genjin.nlp;

/** How a text that a rep typed or pasted to the bot reads. */
public enum Voice {
    /** The rep's own note about a customer: 华东快消要报价，周五回. */
    NOTE,
    /** A customer's words, forwarded or pasted: 您好，麻烦把50个账号的报价单发我. */
    CUSTOMER_WORDS
}
