package io.genjin.sandbox.campaign;

/** Something that is not as it must be, with the ids that lead to it. */
record Finding(Verdict verdict, String what, String ids) {

    /** What kind of harm. */
    enum Verdict {
        /** Acknowledged, but without its effect. */
        LOST("lost"),
        /** One cause, several effects. */
        DUPLICATED("duplicated"),
        /** Later before earlier. */
        OUT_OF_ORDER("out of order"),
        /** Sent, but over WeCom's limits, so that nobody saw it. */
        DROPPED("dropped by WeCom's limits"),
        /**
         * A text that went out twice because WeCom's answer to the first was lost and its duplicate check could not be
         * used: what docs/operations.md says remains possible. Not a failure, but counted.
         */
        REPEAT_WECOM_ALLOWS("texts repeated as WeCom's API makes possible");

        private final String words;

        Verdict(String words) {
            this.words = words;
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
