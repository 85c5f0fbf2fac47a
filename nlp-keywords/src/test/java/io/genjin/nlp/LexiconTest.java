package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    private static final String GOOD = """
            intents:
              QUOTE:
                words: [报价, 多少钱]
              TRIAL:
                words:
                  - 试用
                other-senses:
                  - 试用期
            competitors:
              - 金蝶
            """;

    @Test
    void readsWordsOtherSensesAndCompetitors() {
        var lexicon = Lexicon.parse(GOOD);
        assertThat(lexicon.words().get(Intent.QUOTE)).containsExactly("报价", "多少钱");
        assertThat(lexicon.otherSenses().get(Intent.TRIAL)).containsExactly("试用期");
        assertThat(lexicon.competitors()).containsExactly("金蝶");
    }

    @Test
    void bundledLexiconIsValid() {
        assertThat(Lexicon.bundled().words()).containsOnlyKeys(Intent.values());
    }

    @Test
    void anAddedWordIsFound() {
        var analyzer = Analyzer.create(Lexicon.parse(GOOD.replace("多少钱", "开个盘")));
        var message = new Message(Speaker.CUSTOMER, java.time.OffsetDateTime.parse("2026-03-04T10:00+08:00"), "给我开个盘");
        assertThat(analyzer.analyze(message).signals()).singleElement().satisfies(s -> {
            assertThat(s.text()).isEqualTo("开个盘");
            assertThat(s.rule()).isEqualTo("word:开个盘");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- 试用 | - ''      | 6 | empty",
                "- 试用 | - '  '    | 6 | empty",
                "- 试用 | - 试      | 6 | too short",
                "- 试用 | -         | 6 | empty",
                "- 试用 | - 报价    | 6 | already on line 3",
                "- 试用 | - 试用: 1 | 6 | expected one word",
                "TRIAL | TRAIL     | 4 | unknown intent",
                "words: [ | word: [ | 3 | unknown key",
                "other-senses | others | 7 | unknown key",
            })
    void refusesABadEntryWithItsLine(String from, String to, int line, String reason) {
        String edited = GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to);
        assertThatThrownBy(() -> Lexicon.parse(edited))
                .isInstanceOfSatisfying(
                        LexiconException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining("line " + line)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesADuplicateCompetitorWhateverItsCase() {
        assertThatThrownBy(() -> Lexicon.parse(GOOD + "  - SAP\n  - sap\n"))
                .isInstanceOfSatisfying(
                        LexiconException.class, e -> assertThat(e.line()).isEqualTo(12));
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> Lexicon.parse("intents:\n  QUOTE: [报价\n")).isInstanceOf(LexiconException.class);
        assertThatThrownBy(() -> Lexicon.parse("")).isInstanceOf(LexiconException.class);
        assertThatThrownBy(() -> Lexicon.parse("- 报价")).isInstanceOf(LexiconException.class);
    }
}
