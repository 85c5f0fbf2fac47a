package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "华东快消要报价，周五回",
                "客户说价格太高",
                "王总说让我们把报价发过去",
                "杭州云启想试用两周，下周三跟",
                "刚拜访完苏州恒创，要30套报价",
                "苏州恒创 30个账号 要报价 下周一回",
                "记：恒创合同下周签",
                "刚跟李经理聊完，合同月底签",
            })
    void aRepsWordsAboutACustomerAreANote(String text) {
        assertThat(NoteReader.voiceOf(text)).isEqualTo(Voice.NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您好，麻烦把50个账号的报价单发我",
                "报价发我",
                "我们要20个账号",
                "合同先缓一缓",
                "老板说太贵了",
                "你们那个WMS多少钱一套",
                "先用两周看看",
                "什么时候能签",
            })
    void wordsThatAddressUsAreTheCustomers(String text) {
        assertThat(NoteReader.voiceOf(text)).isEqualTo(Voice.CUSTOMER_WORDS);
    }
}
