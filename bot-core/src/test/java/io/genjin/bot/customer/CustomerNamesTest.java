package io.genjin.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerNamesTest {
    @Test
    void aNameHasSomethingToReadAndIsNotTooLong() {
        assertThat(CustomerNames.fits("华东快消")).isTrue();
        assertThat(CustomerNames.fits("😀".repeat(100))).isTrue();
        assertThat(CustomerNames.fits("😀".repeat(101))).isFalse();
        assertThat(CustomerNames.fits("\u00a0\u3000 ")).isFalse();
        assertThat(CustomerNames.fits("\ufdfa".repeat(100)))
                .as("unfolds to 18 characters each")
                .isFalse();
    }

    @Test
    void cuttingKeepsCharactersWhole() {
        assertThat(CustomerNames.cut("😀😀😀", 2)).isEqualTo("😀😀");
        assertThat(CustomerNames.cut("华东", 2)).isEqualTo("华东");
    }
}
