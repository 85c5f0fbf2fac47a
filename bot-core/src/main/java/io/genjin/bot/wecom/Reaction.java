package io.genjin.bot.wecom;

/** What one of WeCom's error codes asks of us (doc 90313). */
public enum Reaction {
    /** Passing trouble, or a limit: the same request again, later. */
    LATER,
    /** The request will never succeed as it is. */
    GIVE_UP,
    /** A task_id or response_code is used: an earlier attempt, whose answer we did not hear, arrived, if there was one. */
    ALREADY_OUT,
    /** A setting that only an administrator can mend; the same request succeeds once it is. */
    ALERT;

    /** The reaction to {@code errcode}; unknown codes are given up, so that nothing is repeated for ever. */
    public static Reaction to(int errcode) {
        return switch (errcode) {
            case -1, 45009, 45033, 40001, 40014, 42001, 50003 -> LATER;
            case 42014, 60140 -> ALREADY_OUT;
            case 40013, 40056, 40091, 48002, 48006, 50001, 60011, 60020, 80001, 85005, 301002 -> ALERT;
            default -> GIVE_UP;
        };
    }
}
