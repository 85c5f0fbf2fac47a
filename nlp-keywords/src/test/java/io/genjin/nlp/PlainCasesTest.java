package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own messages, none of them from the labelled corpus: text, signals, amount, next contact, rivals. */
class PlainCasesTest {
    static Stream<String> cases() throws IOException {
        try (var in = PlainCasesTest.class.getResourceAsStream("/plain-cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWritten(String line) {
        String[] columns = Arrays.copyOf(line.split("\t", -1), 5);
        boolean rep = columns[0].startsWith("rep:");
        Analysis found = rep ? Reading.rep(columns[0].substring(4)) : Reading.customer(columns[0]);
        String expected = Arrays.stream(columns)
                .skip(1)
                .map(c -> c == null ? "" : c.strip())
                .collect(Collectors.joining(" | "));
        assertThat(Reading.row(found)).as(columns[0]).isEqualTo(expected);
    }
}
