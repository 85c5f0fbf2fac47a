package io.genjin.bot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Yuan;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "128000|12.8万元",
                "10000|1万元",
                "9800|9,800元",
                "9999.5|9,999.5元",
                "128055.55|128,055.55元",
                "12345600|1234.56万元",
                "300000000|3亿元",
                "0|0元",
            })
    void amountsReadAsRepsWriteThem(String yuan, String shown) {
        assertThat(Money.show(Yuan.of(yuan))).isEqualTo(shown);
    }

    @Test
    void aSumThatCannotBeADealsPriceIsNone() {
        assertThat(Money.plausible(new BigDecimal("12.345"))).contains(Yuan.of("12.35"));
        assertThat(Money.plausible(new BigDecimal("0.001"))).isEmpty();
        assertThat(Money.plausible(new BigDecimal("-5"))).isEmpty();
        assertThat(Money.plausible(new BigDecimal("1e30"))).isEmpty();
    }
}
