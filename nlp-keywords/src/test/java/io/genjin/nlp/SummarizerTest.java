package io.genjin.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarizerTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-23T16:30+08:00");
    private final Summarizer summarizer = new Summarizer(Reading.ANALYZER);

    @Test
    void needKeepsWhatIsAskedAndDropsPoliteness() {
        var summary = summarise(customer("您好，麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊"));
        assertThat(summary.coreNeed()).isEqualTo("要50个账号的报价单，预算12.8万");
        assertThat(summary.nextAction()).isEqualTo("发50个账号报价单；11月24日15:00电话");
        assertThat(summary.keyPoints())
                .as("intents and amount have rows of their own")
                .isEmpty();
        assertThat(summary.objection()).isEmpty();
    }

    @Test
    void aRepsNoteStandsForTheCustomer() {
        var summary = summarise(rep("华东快消要报价，周五回"));
        assertThat(summary.coreNeed()).isEqualTo("华东快消要报价");
        assertThat(summary.nextAction()).isEqualTo("发报价单；11月27日回复");
    }

    @Test
    void severalMessagesAreOneCase() {
        var summary =
                summarise(customer("在吗"), customer("给我们20台设备报个价"), customer("另外金蝶那边报得更低，你们有点贵"), rep("好的，明天上午给您电话"));
        assertThat(summary.coreNeed()).startsWith("给我们20台设备报个价");
        assertThat(summary.keyPoints()).containsExactly("提到竞品金蝶");
        assertThat(summary.objection()).isEqualTo("你们有点贵");
        assertThat(summary.nextAction()).endsWith("11月24日电话");
    }

    @Test
    void keyPointsSayWhoDecidesByWhenAndOnWhichCondition() {
        assertThat(keyPoints("这个我做不了主，得我们张总拍板，你先把报价发我")).containsExactly("得我们张总拍板");
        assertThat(keyPoints("A300要20台，交期两个月内，报个含税价")).containsExactly("交期两个月内");
        assertThat(keyPoints("账期60天能接受的话，合同这周就签")).containsExactly("账期60天能接受的话");
        assertThat(keyPoints("试用可以，但数据要部署在我们自己机房")).containsExactly("但数据要部署在我们自己机房");
        assertThat(keyPoints("预算只有8万，超了就得走招标")).containsExactly("超了就得走招标");
        assertThat(keyPoints("麻烦发一份报价，含安装、培训和一年维保，开13%专票，下周二上会")).containsExactly("含安装、培训和一年维保，开13%专票，下周二上会");
    }

    @Test
    void keyPointsNameTheRivalUnlessAnotherFieldDoes() {
        assertThat(keyPoints("我们现在用的金蝶，12月到期，大概什么价")).containsExactly("12月到期", "在用金蝶");
        assertThat(keyPoints("销售易也来过，你们大概什么价")).containsExactly("提到竞品销售易");
        assertThat(keyPoints("领导觉得贵，隔壁厂用的纷享销客才6万")).isEmpty();
    }

    @Test
    void keyPointsAreEmptyWhenTheOtherFieldsSayItAll() {
        for (String said : List.of("可以先试用两周吗，30个人，下周一开始", "先不报价了，等明年预算", "我们12家店，想先拿3家试点")) {
            assertThat(keyPoints(said)).as(said).isEmpty();
        }
    }

    @Test
    void keyPointsAreAtMostTwoLines() {
        var points = keyPoints("报价发我，账期要求六十天起并且支持银行承兑汇票付款，质保至少三年而且第一年要免费上门，" + "培训安排在我们苏州工厂分三批进行，对接我们现在的仓储系统接口");
        assertThat(points).hasSize(2).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(40));
    }

    @Test
    void aDeliveryTimeIsNoContact() {
        assertThat(summarise(customer("要20台，交期两个月内，报个价")).nextAction()).isEqualTo("发报价单");
    }

    @Test
    void nothingAskedLeavesEveryTextEmpty() {
        assertThat(summarise(customer("好的，谢谢"))).isEqualTo(new CaseSummary("", List.of(), "", ""));
    }

    @Test
    void needIsNeverLongerThanItsLine() {
        var summary = summarise(customer("麻烦报个价" + "要求支持多门店多仓库多币种".repeat(10) + "，再报价一次"));
        assertThat(summary.coreNeed().length()).isBetween(1, CaseSummary.NEED_LENGTH);
    }

    private List<String> keyPoints(String said) {
        return summarise(customer(said)).keyPoints();
    }

    private CaseSummary summarise(Message... messages) {
        return summarizer.summarise(List.of(messages));
    }

    private static Message customer(String text) {
        return new Message(Speaker.CUSTOMER, MONDAY, text);
    }

    private static Message rep(String text) {
        return new Message(Speaker.REP, MONDAY, text);
    }
}
