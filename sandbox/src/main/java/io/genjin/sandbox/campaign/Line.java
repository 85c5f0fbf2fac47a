package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;

/**
 * One message of the plan.
 *
 * @param number its place in the plan, from 0
 * @param customer whom it comes from or is about; each belongs to one rep
 * @param how how WeCom delivers its callback
 */
record Line(int number, Kind kind, int customer, String text, DeliveryPlan how) {

    /** Who says what kind of thing. */
    enum Kind {
        /** A customer asks in 微信客服 for something that a draft comes of. */
        CUSTOMER_WISH,
        /** A customer's small talk there. */
        CUSTOMER_TALK,
        /** A rep passes a customer's wish on to the bot. */
        REP_CASE,
        /** A rep says something that the bot makes nothing of. */
        REP_TALK,
        /** A rep asks the bot something that it answers. */
        REP_COMMAND;

        boolean byCustomer() {
            return this == CUSTOMER_WISH || this == CUSTOMER_TALK;
        }

        /** Whether a draft must hold it in the end. */
        boolean makesDraft() {
            return this == CUSTOMER_WISH || this == REP_CASE;
        }
    }
}
