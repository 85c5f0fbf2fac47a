package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReactionTest {

    @ParameterizedTest
    @CsvSource({
        "-1, LATER",
        "45009, LATER",
        "45033, LATER",
        "40014, LATER",
        "42001, LATER",
        "40001, LATER",
        "42014, ALREADY_OUT",
        "60140, ALREADY_OUT",
        "60020, ALERT",
        "40013, ALERT",
        "40091, ALERT",
        "301002, ALERT",
        "48002, ALERT",
    })
    void knowsWhatToDo(int errcode, Reaction reaction) {
        assertThat(Reaction.to(errcode)).isEqualTo(reaction);
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 40008, 40035, 40058, 44004, 45002, 81013, 82001, 999_999})
    void givesUpWhatWillNeverSucceedAndWhatNobodyKnows(int errcode) {
        assertThat(Reaction.to(errcode)).isEqualTo(Reaction.GIVE_UP);
    }
}
