package io.genjin.sandbox.campaign;

import io.genjin.sandbox.wecom.api.Trouble;
import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param after how many messages of the plan were begun before it
 * @param node which node, where the kind is about one
 * @param lasts how long the killed part stays away, or how far a clock jumps
 * @param path the API call that WeCom spoils
 * @param trouble how
 * @param times how many calls
 */
record Fault(int after, Kind kind, int node, Duration lasts, String path, Trouble trouble, int times) {

    /** What goes wrong. */
    enum Kind {
        /** SIGKILL of one node, which is started again at once. */
        KILL_NODE("SIGKILL of a node", true),
        /** SIGKILL of all nodes at the same moment. */
        KILL_ALL_NODES("SIGKILL of all nodes at once", true),
        /** SIGKILL of the database, which comes back after a while. */
        KILL_DATABASE("SIGKILL of the database", true),
        /** SIGKILL of Redis, which comes back after a while. */
        KILL_REDIS("SIGKILL of Redis", true),
        /** SIGTERM and start of each node, one after the other. */
        ROLLING_RESTART("rolling restart (SIGTERM)", false),
        /** One node's clock jumps forward. */
        CLOCK_JUMP("clock jump of a node", false),
        /** All access_tokens expire: 42001. */
        TOKENS_EXPIRE("tokens expired (42001)", false),
        /** WeCom spoils some calls. */
        WECOM("WeCom spoils calls", false);

        private final String words;
        private final boolean kill;

        Kind(String words, boolean kill) {
            this.words = words;
            this.kill = kill;
        }

        String words() {
            return words;
        }

        boolean isKill() {
            return kill;
        }
    }

    static Fault of(int after, Kind kind, int node, Duration lasts) {
        return new Fault(after, kind, node, lasts, "*", Trouble.cut(), 0);
    }

    static Fault wecom(int after, String path, Trouble trouble, int times) {
        return new Fault(after, Kind.WECOM, 0, Duration.ZERO, path, trouble, times);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case WECOM -> kind.words() + ": " + path + " " + trouble.kind() + " " + trouble.value() + " ×" + times;
            case KILL_NODE -> kind.words() + " " + node;
            case CLOCK_JUMP -> kind.words() + " " + node + " by " + lasts;
            case KILL_DATABASE, KILL_REDIS -> kind.words() + ", away " + lasts;
            case KILL_ALL_NODES, ROLLING_RESTART, TOKENS_EXPIRE -> kind.words();
        };
    }
}
