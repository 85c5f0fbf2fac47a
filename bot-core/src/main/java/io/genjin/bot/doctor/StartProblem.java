package io.genjin.bot.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.util.PlaceholderResolutionException;

/** Why a start failed, as one line that names the setting; empty where a stack trace is the better answer. */
public final class StartProblem {
    /** Prevented by a setting or the database. */
    private static final int REFUSED = 2;

    private static final int FAILED = 1;
    private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+: \\S.*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9.-]+)[:}].*");

    private StartProblem() {}

    /** Says on standard error what {@code failure} comes from; the exit code. */
    static int report(Throwable failure) {
        in(failure).ifPresentOrElse(StartProblem::print, failure::printStackTrace);
        return exitCode(failure);
    }

    static void print(String line) {
        System.err.println("genjin: " + line);
    }

    /** The exit code for a start that ended in {@code failure}. */
    public static int exitCode(Throwable failure) {
        return in(failure).isPresent() ? REFUSED : FAILED;
    }

    /** The line, without the program's name. */
    static Optional<String> in(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(0, cause);
        }
        return first(chain, StartProblem::named)
                .or(() -> first(chain, StartProblem::missing))
                .or(() -> first(chain, StartProblem::unreadable))
                .or(() -> first(chain, StartProblem::misfit))
                .or(() -> first(chain, StartProblem::portTaken))
                .or(() -> first(chain, StartProblem::noDataSource))
                .or(() -> DatabaseTrouble.of(failure)
                        .map(trouble -> "spring.datasource.url: the database " + trouble.english()
                                + DatabaseTrouble.network(failure)));
    }

    private static Optional<String> first(List<Throwable> chain, Function<Throwable, Optional<String>> reading) {
        return chain.stream().flatMap(cause -> reading.apply(cause).stream()).findFirst();
    }

    /** Our own settings say it themselves: "name: what". */
    private static Optional<String> named(Throwable cause) {
        return cause instanceof IllegalArgumentException
                ? Optional.of(oneLine(cause)).filter(text -> NAMED.matcher(text).matches())
                : Optional.empty();
    }

    private static Optional<String> missing(Throwable cause) {
        return cause instanceof PlaceholderResolutionException placeholder
                ? Optional.of(unset(placeholder.getPlaceholder()))
                : Optional.empty();
    }

    /** A record's setting that can't be converted, such as a duration. */
    private static Optional<String> unreadable(Throwable cause) {
        if (cause instanceof BindException bind && bind.getProperty() != null) {
            Object type = bind.getTarget().getType().resolve(Object.class);
            return Optional.of(bind.getProperty().getName() + ": " + wanted((Class<?>) type));
        }
        return Optional.empty();
    }

    /** A single value that can't be converted. */
    private static Optional<String> misfit(Throwable cause) {
        if (cause instanceof UnsatisfiedDependencyException unsatisfied
                && unsatisfied.getCause() instanceof TypeMismatchException mismatch) {
            InjectionPoint point = unsatisfied.getInjectionPoint();
            Value value = point == null ? null : point.getAnnotation(Value.class);
            Matcher name = PLACEHOLDER.matcher(value == null ? "" : value.value());
            Class<?> type = mismatch.getRequiredType();
            return name.matches() && type != null ? Optional.of(name.group(1) + ": " + wanted(type)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> portTaken(Throwable cause) {
        return cause instanceof PortInUseException taken
                ? Optional.of("server.port: " + taken.getPort() + " is in use by another process")
                : Optional.empty();
    }

    /** Boot and the pool have no type of their own for a URL that is missing or names no driver. */
    private static Optional<String> noDataSource(Throwable cause) {
        if (cause.getClass().getSimpleName().equals("DataSourceBeanCreationException")) {
            return Optional.of(unset("spring.datasource.url"));
        }
        String text = oneLine(cause);
        return text.contains("claims to not accept jdbcUrl") || text.contains("'url' must start with \"jdbc\"")
                ? Optional.of("spring.datasource.url: must look like jdbc:mysql://host:3306/genjin")
                : Optional.empty();
    }

    /** The value itself is not shown: it may be a secret in the wrong place. */
    private static String wanted(Class<?> type) {
        if (type == java.time.Duration.class) {
            return "must be a duration such as PT20S";
        }
        if (type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "must be a number";
        }
        return "must be a " + type.getSimpleName();
    }

    private static String unset(String name) {
        return name + ": is not set (environment variable "
                + name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT) + ")";
    }

    private static String oneLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\s*\\n\\s*", " ");
    }
}
