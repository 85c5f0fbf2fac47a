package io.genjin.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class StartProblemTest {

    @ConfigurationProperties("genjin.sample")
    record Sample(Duration quietPeriod, int workers, Route route, String key) {
        enum Route {
            OFF,
            OWNER
        }

        Sample {
            if ("wrong".equals(key)) {
                throw new IllegalArgumentException("genjin.sample.key: must not be\n wrong");
            }
        }
    }

    @EnableConfigurationProperties(Sample.class)
    static class Records {}

    static class Single {
        Single(@Value("${genjin.single.max-age:P1D}") Duration maxAge) {}
    }

    static class Required {
        Required(@Value("${genjin.required.url}") String url) {}
    }

    static class Broken {
        @Bean
        String broken() {
            throw new IllegalStateException("a bug: not a setting");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiet-period=abc|genjin.sample.quiet-period: must be a duration such as PT20S",
                "workers=many|genjin.sample.workers: must be a number",
                "route=FOO|genjin.sample.route: must be one of [OFF, OWNER]",
                "key=wrong|genjin.sample.key: must not be wrong",
            })
    void aWrongSettingOfARecordIsNamed(String setting, String line) {
        assertThat(problem(Records.class, "genjin.sample." + setting)).contains(line);
    }

    @Test
    void aWrongSingleSettingIsNamed() {
        assertThat(problem(Single.class, "genjin.single.max-age=abc"))
                .contains("genjin.single.max-age: must be a duration such as PT20S");
    }

    @Test
    void aMissingSettingIsNamedWithItsEnvironmentVariable() {
        assertThat(problem(Required.class, "x=y"))
                .contains("genjin.required.url: is not set (environment variable GENJIN_REQUIRED_URL)");
    }

    @Test
    void aBugKeepsItsStackTrace() {
        assertThat(problem(Broken.class, "x=y")).isEmpty();
    }

    @Test
    void aDatabaseThatRefusesOrIsAwayIsNamed() {
        SQLException away = new SQLException("Communications link failure", "08S01", 0, new ConnectException("x"));
        assertThat(StartProblem.in(new IllegalStateException(away)))
                .contains("spring.datasource.url: the database can't be reached (connection refused)");
        assertThat(StartProblem.in(new IllegalStateException(new SQLException("Access denied", "28000", 1045))))
                .contains(
                        "spring.datasource.url: the database refuses spring.datasource.username or spring.datasource.password");
        assertThat(StartProblem.in(new IllegalStateException(new SQLException("Duplicate entry", "23000", 1062))))
                .isEmpty();
    }

    private static Optional<String> problem(Class<?> configuration, String setting) {
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(Usual.class, configuration)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--" + setting, "--logging.level.root=off", "--spring.main.banner-mode=off"));
        assertThat(failure).isNotNull();
        return StartProblem.in(failure);
    }

    @Import(PropertyPlaceholderAutoConfiguration.class)
    static class Usual {}
}
