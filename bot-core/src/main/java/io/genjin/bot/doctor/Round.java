package io.genjin.bot.doctor;

import io.genjin.bot.wecom.WeComProbe;
import io.genjin.bot.wecom.WeComProbe.Heard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One visit at WeCom, shared by the checks: each question is asked when first needed, and only once. Thread-safe. */
final class Round {
    private final WeComProbe probe;
    private @Nullable Heard login;
    private @Nullable Heard agent;

    Round(WeComProbe probe) {
        this.probe = probe;
    }

    /** The answer to corp id and secret. */
    synchronized Heard login() {
        Heard known = login;
        return known == null ? login = probe.authenticate() : known;
    }

    /** The application; empty when no token was given for it. */
    synchronized Optional<Heard> agent() {
        if (agent == null && login().fine()) {
            agent = probe.agent(login().token());
        }
        return Optional.ofNullable(agent);
    }

    /** The answer to 微信客服's own secret; empty where none is set. */
    synchronized Optional<Heard> kfLogin() {
        return probe.authenticateKf();
    }

    /** The 微信客服 accounts, asked with that login's token. */
    Heard kfAccounts(Heard granted) {
        return probe.kfAccounts(granted.token());
    }
}
