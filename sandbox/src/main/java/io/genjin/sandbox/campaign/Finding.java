package io.genjin.sandbox.campaign;

/** Something that is not as it must be, with the ids that lead to it. */
record Finding(Verdict verdict, String what, String ids) {

    /** What kind of harm. */
    enum Verdict {
        /** Acknowledged, but without its effect. */
        LOST("lost", true),
        /** One cause, several effects. */
        DUPLICATED("duplicated", true),
        /** Later before earlier. */
        OUT_OF_ORDER("out of order", true),
        /** Sent, but over WeCom's limits, so that nobody saw it. */
        DROPPED("dropped by WeCom's limits", true),
        /**
         * A text that went out twice because WeCom's answer to the first was lost and its duplicate check could not be
         * used: what docs/operations.md says remains possible. Not a failure, but counted.
         */
        REPEAT_WECOM_ALLOWS("texts repeated as WeCom's API makes possible", false),
        /**
         * A wish in no draft, because a draft of its conversation was decided at that moment by a node whose clock is ahead:
         * it went to that draft's conversation. Not a failure, but counted.
         */
        JOINED_A_DECIDED_ONE("wishes that went to a draft decided at that moment", false);

        private final String words;
        private final boolean bad;

        Verdict(String words, boolean bad) {
            this.words = words;
            this.bad = bad;
        }

        boolean isBad() {
            return bad;
        }

        String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        return verdict.words() + ": " + what + " [" + ids + "]";
    }
}
