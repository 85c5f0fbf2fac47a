package io.genjin.crm.followup;

/** What a follow-up can change. */
public enum LeadField {
    /** The customer was given another name; the values are names. */
    CUSTOMER_NAME,
    /** The lead went to another customer, one that is known by the name given; the values are customer ids. */
    CUSTOMER,
    /** The values are stage ids. */
    STAGE,
    /** The values are ISO instants, with {@code /day} behind where no hour was said. */
    NEXT_CONTACT_AT,
    CORE_NEED,
    /** The values are plain decimal numbers of yuan. */
    EXPECTED_AMOUNT
}
