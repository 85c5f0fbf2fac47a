package io.genjin.sandbox.engine;

/** An engine could not be unpacked, started or stopped; the message says in one line what to do about it. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFailure(String message) {
        super(message);
    }

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
