package io.genjin.bot.wecom;

import io.genjin.bot.platform.PassingTrouble;

/** WeCom answered with an errcode other than 0. Holds no request and no token. */
public final class WeComRefused extends RuntimeException implements PassingTrouble {
    private static final long serialVersionUID = 1L;

    private final int errcode;

    WeComRefused(String endpoint, int errcode) {
        super(endpoint + ": errcode " + errcode);
        this.errcode = errcode;
    }

    public int errcode() {
        return errcode;
    }

    public Reaction reaction() {
        return Reaction.to(errcode);
    }

    @Override
    public boolean passing() {
        return reaction() == Reaction.LATER || reaction() == Reaction.ALERT;
    }

    /** Throws itself when it is only passing trouble, so that busy is not taken for no. */
    public void throwIfPassing() {
        if (reaction() == Reaction.LATER) {
            throw this;
        }
    }
}
