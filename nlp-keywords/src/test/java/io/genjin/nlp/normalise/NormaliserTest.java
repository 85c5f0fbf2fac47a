package io.genjin.nlp.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormaliserTest {
    private final Normaliser normaliser = new Normaliser(100, List.of("报价", "合同"));

    @Test
    void foldsWidthCaseAndTraditionalCharacters() {
        assertThat(normaliser.read("ＰＯＣ報價１２．５Ｗ").value()).isEqualTo("poc报价12.5w");
    }

    @Test
    void closesGapsInsideKnownWordsOnly() {
        assertThat(normaliser.read("报 价 合-同 好 的").value()).isEqualTo("报价 合同 好 的");
    }

    @Test
    void emojiTagsAreNotRead() {
        assertThat(normaliser.read("好[合同]的").value()).isEqualTo("好 的");
    }

    @Test
    void leadsBackToWhatWasWritten() {
        var text = normaliser.read("把報\u200B 價发我");
        int at = text.value().indexOf("报价");
        assertThat(text.written(at, at + 2)).isEqualTo("報\u200B 價");
    }

    @Test
    void readsNoFurtherThanItsLimit() {
        assertThat(normaliser.read("报".repeat(500)).value()).hasSize(100);
    }
}
