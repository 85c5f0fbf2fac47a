package io.genjin.bot.doctor;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why a start failed, before Boot prints its own page about it; META-INF/spring.factories names it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartReport implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = StartProblem.in(failure);
        line.ifPresent(StartProblem::print);
        return line.isPresent();
    }
}
