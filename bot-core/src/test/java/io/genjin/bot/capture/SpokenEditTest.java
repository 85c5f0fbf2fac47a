package io.genjin.bot.capture;

import static io.genjin.bot.capture.Cases.ANALYZER;
import static io.genjin.bot.capture.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenEditTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @ValueSource(strings = {"改成周五下午三点", "改到周五下午3点", "时间改成周五15:00", "下次联系周五下午三点", "下次联系时间：周五下午三点", "换成周五下午三点"})
    void aTimeIsRead(String text) {
        assertThat(SpokenEdit.read(text, NOW, ANALYZER))
                .contains(new SpokenEdit(NOW, NextContact.at(FRIDAY, LocalTime.of(15, 0)), null));
    }

    @Test
    void aDayOrAnHourAloneIsRead() {
        assertThat(SpokenEdit.read("改成周五", NOW, ANALYZER)).contains(new SpokenEdit(NOW, NextContact.on(FRIDAY), null));
        assertThat(SpokenEdit.read("改成下午四点", NOW, ANALYZER))
                .contains(new SpokenEdit(NOW, NextContact.at(FRIDAY.minusDays(4), LocalTime.of(16, 0)), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"金额15万", "金额改成15万", "预算改15万", "预算：150000", "改成15万", "金额是15万元"})
    void aSumIsRead(String text) {
        assertThat(SpokenEdit.read(text, NOW, ANALYZER)).contains(new SpokenEdit(NOW, null, Yuan.of("150000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "金额能不能再低一点",
                "预算15万，什么时候能签合同",
                "预算有限，先发个报价",
                "周五下午三点",
                "改成什么时候都行",
                "金额",
                "改成",
                "15万",
                "金额99999999999999999999亿",
            })
    void wordsThatAreNoEditAreLeftAlone(String text) {
        assertThat(SpokenEdit.read(text, NOW, ANALYZER)).isEmpty();
    }
}
