package io.genjin.bot.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void theShortWayReadsRecordedCallbacksAsTheParserDoes() throws Exception {
        Path folder = Path.of(CallbackXmlTest.class.getResource("/callbacks").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String xml = Files.readString(file).strip();
                CallbackLeaves leaves = new CallbackLeaves();
                assertThat(new PlainXml(xml, leaves).run()).as(file.toString()).isTrue();
                assertThat(leaves.xml()).isEqualTo(CallbackXml.parsed(xml));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><A>1 &lt; 2</A></xml>",
                "<xml><A>1<!-- no -->2</A></xml>",
                "<xml><A b=\"c\">1</A></xml>",
                "<xml><A/></xml>",
                "<?xml version=\"1.0\"?><xml><A>1</A></xml>",
                "<xml><A>1</A></xml>\n",
                " <xml><A>1</A></xml>",
                "<xml><A>a\r\nb</A></xml>",
                "<xml><A>a]b</A></xml>",
                "<xml><A >1</A ></xml>",
            })
    void whatIsNotPlainIsLeftToTheParser(String xml) throws Exception {
        assertThat(new PlainXml(xml, new CallbackLeaves()).run()).isFalse();
        assertThat(CallbackXml.parse(xml)).isEqualTo(CallbackXml.parsed(xml));
    }

    @Test
    void whateverTheShortWayTakesTheParserTakesAlike() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "<![CDATA[",
            "]]>",
            "]",
            "&",
            "a",
            "<a>",
            "</a>",
            "<b>",
            "</b>",
            "1",
            "\n",
            "\r",
            "\u0000",
            "\uffff",
            "李",
            "😀",
            " ",
            "/",
            "<!--",
            "-->",
            "<?x?>"
        };
        Random chance = new Random(4);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder xml = new StringBuilder("<a>");
            for (int length = chance.nextInt(6); length > 0; length--) {
                xml.append(pieces[chance.nextInt(pieces.length)]);
            }
            String text = xml.append("</a>").toString();
            CallbackLeaves leaves = new CallbackLeaves();
            if (new PlainXml(text, leaves).run()) {
                taken++;
                assertThatCode(() -> assertThat(CallbackXml.parsed(text)).isEqualTo(leaves.xml()))
                        .as(text)
                        .doesNotThrowAnyException();
            }
        }
        assertThat(taken).isGreaterThan(1_000);
    }
}
