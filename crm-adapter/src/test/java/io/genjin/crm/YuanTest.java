package io.genjin.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YuanTest {
    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Yuan.of("12.50")).isEqualTo(Yuan.of("12.5")).hasToString("12.5");
        assertThat(Yuan.of(128_000)).isEqualTo(Yuan.of("1.28E5")).hasToString("128000");
        assertThat(Yuan.of("0.00")).hasToString("0");
        assertThat(Yuan.of("2")).isGreaterThan(Yuan.of("1.99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "99999999999999.99"})
    void whatTheColumnHoldsIsTaken(String amount) {
        assertThat(Yuan.of(Yuan.of(amount).toString())).isEqualTo(Yuan.of(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "100000000000000"})
    void whatIsNoAmountIsRefused(String amount) {
        assertThatThrownBy(() -> Yuan.of(amount)).isInstanceOf(IllegalArgumentException.class);
    }
}
