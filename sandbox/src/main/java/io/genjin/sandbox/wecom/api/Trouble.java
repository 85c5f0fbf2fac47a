package io.genjin.sandbox.wecom.api;

import java.time.Duration;

/**
 * Something that WeCom may do to a call.
 *
 * @param value the errcode, the HTTP status or the milliseconds, by kind
 */
public record Trouble(Kind kind, int value) {
    /** Answers that errcode and does nothing else. */
    public static Trouble errcode(int errcode) {
        return new Trouble(Kind.ERRCODE, errcode);
    }

    /** Answers that HTTP status and does nothing else. */
    public static Trouble httpStatus(int status) {
        return new Trouble(Kind.HTTP_STATUS, status);
    }

    /** Waits, then does what was asked. */
    public static Trouble slow(Duration by) {
        return new Trouble(Kind.SLOW, Math.toIntExact(by.toMillis()));
    }

    /** Never answers, and does nothing. */
    public static Trouble hang() {
        return new Trouble(Kind.HANG, 0);
    }

    /** Closes the connection and does nothing. */
    public static Trouble cut() {
        return new Trouble(Kind.CUT, 0);
    }

    /** Does what was asked and closes the connection instead of answering: the outcome that a client can't know. */
    public static Trouble answerLost() {
        return new Trouble(Kind.ANSWER_LOST, 0);
    }

    /** What happens. */
    public enum Kind {
        /** An error code. */
        ERRCODE,
        /** An HTTP status. */
        HTTP_STATUS,
        /** A late answer. */
        SLOW,
        /** No answer. */
        HANG,
        /** A broken connection before anything happened. */
        CUT,
        /** A broken connection after it happened. */
        ANSWER_LOST
    }
}
