package io.genjin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.engine.DatabaseEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void withoutOptionsThePortsAreThoseOfTheReadme() {
        var options = CommandLine.parse();
        assertThat(options.mariadbPort()).isEqualTo(13306);
        assertThat(options.redisPort()).isEqualTo(16379);
        assertThat(options.wecomPort()).isEqualTo(18090);
        assertThat(options.wecomEnabled()).isTrue();
        assertThat(options.dataDir()).isEmpty();
    }

    @Test
    void everyOptionIsTaken() {
        var options = CommandLine.parse(
                "--wecom.enabled=false",
                "--mariadb.port=1",
                "--redis.port=2",
                "--wecom.port=3",
                "--data.dir=/var/data",
                "--database=mysql8",
                "--wecom.callback-url=http://127.0.0.1:1/c,http://127.0.0.1:2/c");
        assertThat(options.wecomEnabled()).isFalse();
        assertThat(options.mariadbPort()).isEqualTo(1);
        assertThat(options.redisPort()).isEqualTo(2);
        assertThat(options.wecomPort()).isEqualTo(3);
        assertThat(options.dataDir()).contains(Path.of("/var/data"));
        assertThat(options.database()).isEqualTo(DatabaseEngine.MYSQL8);
        assertThat(options.callbackUrls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--wecom.enabled=yes",
                "--mariadb.port=0",
                "--redis.port=70000",
                "--wecom.port=abc",
                "--database=oracle",
                "--data.dir=",
                "--colour=blue",
                "start",
                "--wecom.callback-url=nowhere"
            })
    void aWrongOptionIsNamedInOneLine(String argument) {
        assertThatThrownBy(() -> CommandLine.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(argument)
                .hasMessageNotContaining("\n");
    }
}
