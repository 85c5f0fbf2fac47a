package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that the rules were not written from; those marked with ? are known to be misread. */
class SalesChatTest {
    private static final String SENT_AT = "2026-06-10T10:20+08:00";
    private static final String MISREAD = "?";

    static List<String> lines() throws IOException {
        try (var in = SalesChatTest.class.getResourceAsStream("/sales-chat.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    static Stream<String> readWell() throws IOException {
        return lines().stream().filter(line -> !line.startsWith(MISREAD));
    }

    static Stream<String> misread() throws IOException {
        return lines().stream().filter(line -> line.startsWith(MISREAD)).map(line -> line.substring(1));
    }

    @ParameterizedTest
    @MethodSource("readWell")
    void saysWhatIsWritten(String line) {
        assertThat(found(line)).as(line).isEqualTo(expected(line));
    }

    /** So that whoever mends one takes its mark away, and it stays mended. */
    @ParameterizedTest
    @MethodSource("misread")
    void aMarkedLineIsMisread(String line) {
        assertThat(found(line)).as("read well now, take its mark away: " + line).isNotEqualTo(expected(line));
    }

    @Test
    void fewLinesAreMisread() throws IOException {
        assertThat(misread().count() * 100).isLessThan(lines().size() * 5L);
    }

    private static String found(String line) {
        String text = line.substring(0, line.indexOf('\t')).replace("\\n", "\n");
        return Reading.row(
                text.startsWith("rep:")
                        ? Reading.at(SENT_AT, Speaker.REP, text.substring(4))
                        : Reading.at(SENT_AT, Speaker.CUSTOMER, text));
    }

    private static String expected(String line) {
        return Arrays.stream(line.split("\t", -1)).skip(1).collect(Collectors.joining(" | "));
    }
}
