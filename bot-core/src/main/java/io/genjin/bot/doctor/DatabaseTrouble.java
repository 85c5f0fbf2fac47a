package io.genjin.bot.doctor;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/** Why a database did not let us in. */
enum DatabaseTrouble {
    LOGIN("refuses spring.datasource.username or spring.datasource.password", "数据库不接受用户名或密码"),
    UNKNOWN_DATABASE("has no such database", "没有这个数据库"),
    AWAY("can't be reached", "数据库连不上");

    private final String english;
    private final String chinese;

    DatabaseTrouble(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String english() {
        return english;
    }

    static String inChinese(Throwable failure) {
        return of(failure).orElse(AWAY).chinese;
    }

    /** What the network said, in brackets; empty when it said nothing. */
    static String network(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return " (unknown host)";
            }
            if (cause instanceof ConnectException) {
                return " (connection refused)";
            }
        }
        return "";
    }

    /** Empty when {@code failure} does not come from connecting. */
    static Optional<DatabaseTrouble> of(Throwable failure) {
        Optional<DatabaseTrouble> found = Optional.empty();
        // The innermost exception is the driver's own, which knows best.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                Optional<DatabaseTrouble> better = of(refused);
                found = better.isPresent() ? better : found;
            }
            // Flyway's word for any failure to connect, a URL that the driver can't read among them.
            if (found.isEmpty() && cause.getClass().getSimpleName().equals("FlywaySqlUnableToConnectToDbException")) {
                found = Optional.of(AWAY);
            }
        }
        return found;
    }

    private static Optional<DatabaseTrouble> of(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (refused.getErrorCode() == 1045 || refused.getErrorCode() == 1044 || state.startsWith("28")) {
            return Optional.of(LOGIN);
        }
        if (refused.getErrorCode() == 1049) {
            return Optional.of(UNKNOWN_DATABASE);
        }
        return state.startsWith("08") || refused instanceof java.sql.SQLTransientConnectionException
                ? Optional.of(AWAY)
                : Optional.empty();
    }
}
