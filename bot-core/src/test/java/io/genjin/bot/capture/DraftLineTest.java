package io.genjin.bot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.chat.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftLineTest {

    private static String line(String customer, String mark, ChatMessage... words) {
        DraftWriter.About about = new DraftWriter.About(customer, "", "0".repeat(32));
        return DraftLine.of(Cases.WRITER.write(about, List.of(words), List.of()), mark, Cases.NOW)
                .text();
    }

    @Test
    void saysWhoWantsWhatForHowMuch() {
        assertThat(line("华东快消", "", Cases.said(1, "报价单发我，预算12.8万"))).isEqualTo("华东快消 报价 12.8万");
    }

    @Test
    void saysWhenWhereThereIsRoom() {
        assertThat(line("华东快消", "", Cases.said(1, "报价单发我，周五下午三点电话聊"))).isEqualTo("华东快消 报价 周五15:00");
        assertThat(line("华东", "", Cases.said(1, "报价单发我，下个月5号上午10点电话聊"))).isEqualTo("华东 报价 12/5 10:00");
    }

    @Test
    void dropsTheHourBeforeTheSumAndTheName() {
        assertThat(line("华东快消", "", Cases.said(1, "报价单发我，预算12.8万，周五下午三点电话聊"))).isEqualTo("华东快消 报价 12.8万 周五");
    }

    @Test
    void saysWhoItIsHoweverMuchElseThereIs() {
        assertThat(line("华东快消品", "", Cases.said(1, "报价单和合同发我，下个月5号上午10点电话聊"))).isEqualTo("华东快消品 报价合同 12/5");
        assertThat(line("华东快消品", "？", Cases.said(1, "报价单和合同发我，也想试用，预算12.8万，下个月5号上午10点电话聊")))
                .isEqualTo("华东快消品？ 报价等 12.8万");
        assertThat(line("华东快速消费品", "？", Cases.said(1, "报价单和合同发我，也想试用，预算12.85万")))
                .isEqualTo("华东快速…？ 报价等 12.85万");
    }

    @Test
    void cutsLongNamesBetweenCharacters() {
        String family = "👨‍👩‍👧";
        String line = line(family + "超长的公司名称有限公司", "", Cases.said(1, "报价单和合同发我，预算12.8万"));
        assertThat(line).startsWith(family).endsWith("… 报价合同 12.8万");
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(DraftLine.ROOM);
    }

    @Test
    void marksWhatIsUncertain() {
        assertThat(line("华东快消", "？", Cases.said(1, "报价单发我"))).isEqualTo("华东快消？ 报价");
    }
}
