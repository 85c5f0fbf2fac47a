package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackXmlTest {

    @Test
    void readsLeavesAndWhatWasSelected() {
        CallbackXml xml = CallbackXml.parse("<xml><A><![CDATA[a<b]]> &amp; c</A><!-- no --><B/><SelectedItems>"
                + "<SelectedItem><QuestionKey>q</QuestionKey><OptionIds><OptionId>1</OptionId><OptionId>2</OptionId>"
                + "</OptionIds></SelectedItem></SelectedItems></xml>");
        assertThat(xml.text("A")).isEqualTo("a<b & c");
        assertThat(xml.text("B")).isEmpty();
        assertThat(xml.text("C")).isEmpty();
        assertThat(xml.selections()).containsExactly(java.util.Map.entry("q", List.of("1", "2")));
    }

    @Test
    void nestedNamesDoNotReplaceTheMessagesOwn() {
        assertThat(CallbackXml.parse("<xml><Name>outer</Name><Item><Name>inner</Name></Item></xml>")
                        .text("Name"))
                .isEqualTo("outer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not xml",
                "{\"json\":true}",
                "<xml>",
                "<xml></yml>",
                "<xml><A></xml>",
                "<xml>&undefined;</xml>",
                "<xml>&#0;</xml>",
                "<xml>\u0000</xml>",
                "<xml></xml><xml></xml>",
                "<!DOCTYPE xml><xml><A>1</A></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><A>&a;</A></xml>",
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><A>1</A></xml>",
            })
    void refusesWhatIsNoCallback(String body) {
        assertThatThrownBy(() -> CallbackXml.parse(body))
                .isInstanceOf(CallbackRefused.class)
                .hasMessage("body: not the XML of a callback");
    }

    @Test
    void entityBombGoesOffNowhere() {
        String bomb = "<!DOCTYPE xml [<!ENTITY a0 \"haha\">"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">")
                        .collect(Collectors.joining())
                + "]><xml><Content>&a29;</Content></xml>";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> CallbackXml.parse(bomb)).isInstanceOf(CallbackRefused.class));
    }

    @Test
    void externalEntityIsNeitherReadNorFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "swordfish");
        assertThatThrownBy(() -> CallbackXml.parse("<!DOCTYPE xml [<!ENTITY e SYSTEM \"" + secret.toUri()
                        + "\">]><xml><Content>&e;</Content></xml>"))
                .isInstanceOf(CallbackRefused.class)
                .hasMessageNotContaining("swordfish");
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(200);
            String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x.dtd";
            assertThatThrownBy(() -> CallbackXml.parse(
                            "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]><xml><Content>1</Content></xml>"))
                    .isInstanceOf(CallbackRefused.class);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesWhatIsDeeperOrLongerThanWeComSends() {
        assertThatThrownBy(() -> CallbackXml.parse("<a>".repeat(100_000) + "</a>".repeat(100_000)))
                .isInstanceOf(CallbackRefused.class);
        String many = IntStream.range(0, 600)
                .mapToObj(i -> "<e" + i + ">1</e" + i + ">")
                .collect(Collectors.joining());
        assertThatThrownBy(() -> CallbackXml.parse("<xml>" + many + "</xml>")).isInstanceOf(CallbackRefused.class);
    }
}
