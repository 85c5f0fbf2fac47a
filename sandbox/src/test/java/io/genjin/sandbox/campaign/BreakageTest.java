package io.genjin.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BreakageTest {
    private final Breakage breakage = new Breakage();

    @Test
    void whatWentWellIsNoBreakage() {
        breakage.watch(() -> {}).run();
        assertThatCode(breakage::rethrow).doesNotThrowAnyException();
    }

    @Test
    void theFirstOfSeveralIsThrownAtTheEnd() {
        breakage.watch(() -> fail("first")).run();
        breakage.watch(() -> fail("second")).run();
        assertThatThrownBy(breakage::rethrow).hasMessageContaining("first").hasRootCauseMessage("first");
    }

    private static void fail(String why) {
        throw new IllegalArgumentException(why);
    }
}
