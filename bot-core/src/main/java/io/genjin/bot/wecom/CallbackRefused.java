package io.genjin.bot.wecom;

/** A request that is no valid callback of ours; it changed nothing. The message names the part that is wrong. */
final class CallbackRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    enum Reason {
        MALFORMED(400),
        SIGNATURE(401),
        CORP(403),
        STALE(403),
        TOO_LARGE(413),
        TOO_MANY(429);

        final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Whether our token, key, corporation or clock may be wrong. */
        boolean speaksOfSettings() {
            return this == MALFORMED || this == SIGNATURE || this == CORP || this == STALE;
        }
    }

    CallbackRefused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
