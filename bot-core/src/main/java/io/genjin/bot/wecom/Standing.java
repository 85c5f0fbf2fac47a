package io.genjin.bot.wecom;

/** How our token fared in the latest call of WeCom's server API. */
public enum Standing {
    /** Nothing was asked since the start. */
    UNKNOWN,
    ACCEPTED,
    /** WeCom refused corp id, secret or token. */
    REFUSED,
    /** WeCom refused this machine's address (60020). */
    ADDRESS_REFUSED,
    /** No answer came. */
    SILENT;

    static Standing after(int errcode) {
        return switch (errcode) {
            case 40001, 40013, 40014, 40091, 42001 -> REFUSED;
            case 60020 -> ADDRESS_REFUSED;
            default -> ACCEPTED;
        };
    }
}
