package io.genjin.nlp.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "128万=1280000",
                "12.8w=128000",
                "三十万=300000",
                "一万二=12000",
                "1.5k=1500",
                "58,000.00=58000",
                "两三千=3000",
                "42万8=428000",
                "42万8500=428500",
                "三万零六=30006",
                "贰拾叁万=230000",
                "十二=12",
                "一百二=120",
                "两千零五=2005",
                "1亿2=120000000",
                "三万六千五=36500",
            })
    void readsWhatIsMeant(String numeral, BigDecimal value) {
        assertThat(ChineseNumber.parse(numeral))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value));
    }

    @Test
    void aUnitAloneIsNoNumber() {
        assertThat(ChineseNumber.parse("万")).isEmpty();
    }
}
