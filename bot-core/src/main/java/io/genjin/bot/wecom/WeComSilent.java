package io.genjin.bot.wecom;

import io.genjin.bot.platform.PassingTrouble;

/** WeCom did not answer, or not intelligibly: whether it acted is unknown. */
public final class WeComSilent extends RuntimeException implements PassingTrouble {
    private static final long serialVersionUID = 1L;

    WeComSilent(String endpoint, Throwable cause) {
        // The cause's own message may hold the URL with its access_token.
        super(endpoint + ": no answer (" + cause.getClass().getSimpleName() + ")");
    }

    @Override
    public boolean passing() {
        return true;
    }
}
