package io.genjin.bot.outbox;

import java.util.Set;

/** Carries pushes of some kinds to where they belong. */
public interface Courier {

    Set<PushKind> kinds();

    /** One attempt. Never called in a transaction; an exception counts as an attempt of unknown outcome. */
    Delivery deliver(Push push);
}
