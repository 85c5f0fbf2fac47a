package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackEnvelopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><ToUserName><![CDATA[ww]]></ToUserName><Encrypt><![CDATA[aB+/9==]]></Encrypt></xml>",
                "<xml>\n  <Encrypt>\n <![CDATA[aB+/9==]]> </Encrypt>\n</xml>",
                "<?xml version=\"1.0\"?><xml><Name>李娜</Name><Encrypt>aB+/9==</Encrypt></xml>",
            })
    void findsTheCiphertext(String body) {
        assertThat(CallbackEnvelope.encrypted(body.getBytes(UTF_8))).isEqualTo("aB+/9==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "</Encrypt><Encrypt>",
                "<Encrypt>",
                "<Encrypt></Encrypt>",
                "<Encrypt><![CDATA[]]></Encrypt>",
                "<Encrypt><![CDATA[aB</Encrypt>",
                "<Encrypt>&e;</Encrypt>",
                "<Encrypt>李</Encrypt>",
            })
    void refusesWhatHasNone(String body) {
        assertThatThrownBy(() -> CallbackEnvelope.encrypted(body.getBytes(UTF_8)))
                .isInstanceOf(CallbackRefused.class)
                .hasMessageStartingWith("Encrypt: is ");
    }

    @Test
    void aBombNeverMeetsAnXmlParser() {
        String bomb = "<!DOCTYPE xml [<!ENTITY a \"aa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                + "<xml><Encrypt>YQ==</Encrypt>&a;&b;";
        assertThat(CallbackEnvelope.encrypted(bomb.getBytes(UTF_8))).isEqualTo("YQ==");
    }
}
