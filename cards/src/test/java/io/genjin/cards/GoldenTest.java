package io.genjin.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What goes to WeCom, letter by letter. {@code -Dgolden.rewrite=true} writes the files anew; then review the diff. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** Not beside a text: a line break there would be part of it, and the file no longer what WeCom gets. */
    private static final String BETWEEN_ELEMENTS = "(?<!]])><(?!!)";

    @TestFactory
    Stream<DynamicTest> everyMessageIsWrittenAsItsGoldenFile() {
        var json = Samples.json().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> compare(
                                e.getKey() + ".json", Json.read(e.getValue()).toPrettyString())));
        var xml = Samples.xml().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(
                        e.getKey(),
                        () -> compare(e.getKey() + ".xml", e.getValue().replaceAll(BETWEEN_ELEMENTS, ">\n<"))));
        return Stream.concat(json, xml);
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        Set<String> expected = new TreeSet<>();
        Samples.json().keySet().forEach(name -> expected.add(name + ".json"));
        Samples.xml().keySet().forEach(name -> expected.add(name + ".xml"));
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void theSameMessageIsTheSameBytes() {
        assertThat(Samples.json()).isEqualTo(Samples.json());
    }

    private static void compare(String name, String actual) throws IOException {
        var file = FOLDER.resolve(name);
        var text = actual.replace(System.lineSeparator(), "\n") + "\n";
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
