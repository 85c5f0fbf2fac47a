package io.genjin.sandbox.wecom.world;

/** WeCom says no: an error code of doc 90313 and a hint for the developer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errcode;

    /** The hint names the field or rule. */
    public Refusal(int errcode, String hint) {
        super(hint, null, false, false);
        this.errcode = errcode;
    }

    /** The error code. */
    public int errcode() {
        return errcode;
    }

    /** The hint. */
    public String hint() {
        return String.valueOf(getMessage());
    }
}
