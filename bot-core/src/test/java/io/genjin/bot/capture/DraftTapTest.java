package io.genjin.bot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.bot.wecom.Callback.CardTap;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTapTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static CardTap tap(String key) {
        return new CardTap("li.na", "task", key, "code", Map.of(), Instant.EPOCH);
    }

    @Test
    void theKeySaysWhatAndWhichVersion() {
        assertThat(DraftTap.read(tap("draft.confirm:" + ID + ":7")))
                .contains(new DraftTap(DraftTap.Action.CONFIRM, new DraftId(ID), 7));
        assertThat(DraftTap.read(tap("draft.ignore:" + ID + ":1")))
                .contains(new DraftTap(DraftTap.Action.IGNORE, new DraftId(ID), 1));
        assertThat(DraftTap.read(tap("draft.undo:" + ID)))
                .contains(new DraftTap(DraftTap.Action.UNDO, new DraftId(ID), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "draft.confirm:",
                "draft.confirm:" + ID,
                "draft.confirm:" + ID + ":",
                "draft.confirm:" + ID + ":-1",
                "draft.confirm:" + ID + ":9999999999",
                "draft.confirm:" + ID + ":1:2",
                "draft.confirm:' OR 1=1:1",
                "draft.undo:" + ID + ":1",
                "draft.delete:" + ID,
            })
    void anyOtherKeyIsNoneOfOurs(String key) {
        assertThat(DraftTap.read(tap(key))).isEmpty();
    }
}
