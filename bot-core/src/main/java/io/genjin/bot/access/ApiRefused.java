package io.genjin.bot.access;

/** A call of the open API that names something impossible: answered with 400 and these words. */
public final class ApiRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, in Chinese; shown to the caller, so it quotes nothing that they did not send */
    public ApiRefused(String field, String message) {
        super(field + "：" + message, null, false, false);
    }
}
