package io.genjin.sandbox.wecom.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.wire.XmlTree;
import org.junit.jupiter.api.Test;

class ReplyCardTest {
    @Test
    void theXmlFormOfACardBecomesItsJsonForm() {
        var xml = XmlTree.parse("""
                <xml><TemplateCard><CardType><![CDATA[button_interaction]]></CardType>
                <MainTitle><Title><![CDATA[已记录]]></Title><Desc></Desc></MainTitle>
                <HorizontalContentList><KeyName>金额</KeyName><Value>12.8万</Value></HorizontalContentList>
                <ButtonSelection><QuestionKey>next</QuestionKey><Disable>true</Disable>
                <OptionList><Id>a</Id><Text>甲</Text></OptionList><OptionList><Id>b</Id><Text>乙</Text></OptionList>
                </ButtonSelection><ButtonList><Text>撤销</Text><Style>2</Style><Key>undo:7</Key></ButtonList>
                </TemplateCard></xml>""");
        assertThat(ReplyCard.json(xml.path("TemplateCard")).toString())
                .isEqualTo("{\"card_type\":\"button_interaction\",\"main_title\":{\"title\":\"已记录\"},"
                        + "\"horizontal_content_list\":[{\"keyname\":\"金额\",\"value\":\"12.8万\"}],"
                        + "\"button_selection\":{\"question_key\":\"next\",\"disable\":true,"
                        + "\"option_list\":[{\"id\":\"a\",\"text\":\"甲\"},{\"id\":\"b\",\"text\":\"乙\"}]},"
                        + "\"button_list\":[{\"text\":\"撤销\",\"style\":2,\"key\":\"undo:7\"}]}");
    }
}
