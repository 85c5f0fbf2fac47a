package io.genjin.nlp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AnalyzeCommandTest {
    private static final String LINE =
            "{\"id\":\"a1\",\"from\":\"customer\",\"sentAt\":\"2026-11-23T16:30:00+08:00\",\"text\":\"%s\"}";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersInTheSchemaOfTheCorpus() {
        assertThat(run(LINE.formatted("报价单发我，预算12.8万，明天下午三点电话聊，金蝶也在报"))).isZero();
        assertThat(text(out).strip())
                .isEqualTo(
                        "{\"id\":\"a1\",\"signals\":[{\"intent\":\"QUOTE\",\"polarity\":\"POSITIVE\",\"text\":\"报价\"}],"
                                + "\"amountYuan\":128000,\"nextContactAt\":\"2026-11-24T15:00\",\"competitors\":[\"金蝶\"]}");
    }

    @Test
    void nothingFoundIsWrittenOut() {
        run(LINE.formatted("好的"));
        assertThat(text(out).strip())
                .isEqualTo(
                        "{\"id\":\"a1\",\"signals\":[],\"amountYuan\":null,\"nextContactAt\":null,\"competitors\":[]}");
    }

    @Test
    void aMalformedLineIsNamedAndTheOthersAnswered() {
        String input = LINE.formatted("报价") + "\n{秘密\n\n" + LINE.formatted("合同").replace("customer", "boss") + "\n"
                + LINE.formatted("试用").replace("+08:00", "") + "\n" + LINE.formatted("合同");
        assertThat(run(input)).isEqualTo(1);
        assertThat(text(out).lines()).hasSize(2);
        assertThat(text(err).lines())
                .containsExactly(
                        "line 2: not JSON",
                        "line 4: from must be customer or rep",
                        "line 5: sentAt must be ISO 8601 with an offset");
    }

    @Test
    void aBadLexiconEndsBeforeTheFirstLine(@TempDir Path folder) throws IOException {
        Path lexicon = Files.writeString(folder.resolve("words.yaml"), "intents:\n  QUOTE:\n    words:\n      - 价\n");
        assertThat(run(LINE.formatted("报价"), "--lexicon", lexicon.toString())).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("line 4").contains("too short");
    }

    @Test
    void aMissingLexiconIsSaidSo(@TempDir Path folder) {
        assertThat(run("", "--lexicon", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(text(err)).contains("none.yaml");
    }

    private int run(String input, String... args) {
        var command = new AnalyzeCommand(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(command).execute(args);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
