package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.bot.inbox.InboxEntry;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One recorded callback of every kind in {@code callbacks/}; WxJava's decoder is the oracle. */
class CallbackReaderTest {
    private static final long SENT_AT = 1_763_856_000;
    private static final CallbackReader READER = new CallbackReader(new CallbackCrypto(
            new WeComProperties(
                    SandboxCorp.CORP_ID,
                    SandboxCorp.CORP_SECRET,
                    SandboxCorp.AGENT_ID,
                    SandboxCorp.TOKEN,
                    SandboxCorp.AES_KEY,
                    URI.create("http://127.0.0.1"),
                    null),
            new CallbackProperties(Duration.ofHours(1), 60),
            InstantSource.fixed(Instant.ofEpochSecond(SENT_AT))));

    static Stream<String> recorded() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void readsWhatWxJavaReads(String file) throws Exception {
        EncryptedCallback sealed = sealed(text(file));
        WxCpDefaultConfigImpl settings = new WxCpDefaultConfigImpl();
        settings.setCorpId(SandboxCorp.CORP_ID);
        settings.setToken(SandboxCorp.TOKEN);
        settings.setAesKey(SandboxCorp.AES_KEY);
        WxCpXmlMessage oracle = WxCpXmlMessage.fromEncryptedXml(
                sealed.body(), settings, sealed.timestamp(), sealed.nonce(), sealed.signature());
        Callback ours = (Callback) open(sealed).payload();
        if (ours instanceof Callback.MemberText text) {
            assertThat(text.userId()).isEqualTo(folded(oracle.getFromUserName()));
            assertThat(text.msgId()).isEqualTo(String.valueOf(oracle.getMsgId()));
            assertThat(text.text()).isEqualTo(oracle.getContent());
            assertThat(text.sentAt().getEpochSecond()).isEqualTo(oracle.getCreateTime());
        } else if (ours instanceof Callback.MemberMedia media) {
            assertThat(media.userId()).isEqualTo(folded(oracle.getFromUserName()));
            assertThat(media.msgId()).isEqualTo(String.valueOf(oracle.getMsgId()));
            assertThat(media.type()).isEqualTo(oracle.getMsgType());
            assertThat(media.mediaId()).isEqualTo(orEmpty(oracle.getMediaId()));
        } else if (ours instanceof Callback.CardTap tap) {
            assertThat(tap.userId()).isEqualTo(folded(oracle.getFromUserName()));
            assertThat(tap.key()).isEqualTo(oracle.getEventKey());
            assertThat(tap.taskId()).isEqualTo(oracle.getTaskId());
            assertThat(tap.responseCode()).isEqualTo(oracle.getResponseCode());
            assertThat(tap.selected()).isEqualTo(selected(oracle));
            assertThat(tap.tappedAt().getEpochSecond()).isEqualTo(oracle.getCreateTime());
        } else if (ours instanceof Callback.KfNotice notice) {
            assertThat(notice.openKfId()).isEqualTo(oracle.getOpenKfId());
            assertThat(notice.token()).isEqualTo(oracle.getToken());
        } else if (ours instanceof Callback.ContactChange change) {
            assertThat(change.changeType()).isEqualTo(oracle.getChangeType());
            assertThat(change.userId()).isEqualTo(folded(oracle.getUserId()));
            assertThat(change.newUserId()).isEqualTo(folded(oracle.getNewUserId()));
        } else if (ours instanceof Callback.AgentEntered entered) {
            assertThat(entered.userId()).isEqualTo(folded(oracle.getFromUserName()));
        } else if (ours instanceof Callback.Unknown unknown) {
            String type = "event".equals(oracle.getMsgType()) ? "event:" + oracle.getEvent() : oracle.getMsgType();
            assertThat(unknown.type()).isEqualTo(type);
            assertThat(unknown.xml()).isEqualTo(text(file));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text, MemberText",
        "image, MemberMedia",
        "voice, MemberMedia",
        "video, MemberMedia",
        "location, MemberMedia",
        "link, MemberMedia",
        "miniprogram, Unknown",
        "template_card_event, CardTap",
        "template_card_menu_event, CardTap",
        "enter_agent, AgentEntered",
        "subscribe, Unknown",
        "click, Unknown",
        "view, Unknown",
        "location_event, Unknown",
        "kf_msg_or_event, KfNotice",
        "change_contact_create_user, ContactChange",
        "change_contact_update_user, ContactChange",
        "change_contact_delete_user, ContactChange",
        "change_contact_update_party, ContactChange",
        "change_external_contact, Unknown",
        "msgaudit_notify, Unknown",
    })
    void knowsEachKind(String file, String kind) throws Exception {
        assertThat(open(sealed(text(file + ".xml"))).kind()).isEqualTo(kind);
    }

    @Test
    void everyRecordedKindHasItsLineAbove() throws Exception {
        assertThat(recorded()).hasSize(21);
    }

    @Test
    void repeatHasTheSameKeyAndWhateverDiffersAnother() throws Exception {
        String tap = text("template_card_event.xml");
        assertThat(key(tap)).isEqualTo(key(tap));
        assertThat(key(tap)).isNotEqualTo(key(tap.replace("rc-0_Az", "rc-0_Bz")));
        String message = text("text.xml");
        assertThat(key(message)).isEqualTo(key(message.replace("Li.Na", "li.NA")));
        assertThat(key(message)).isNotEqualTo(key(message.replace("929</MsgId>", "930</MsgId>")));
        assertThat(key(message)).isNotEqualTo(key(message.replace("Li.Na", "Li.Nb")));
    }

    @Test
    void whatSomebodySaysUnderANewUseridFollowsTheNewsOfIt() throws Exception {
        String news = text("change_contact_update_user.xml").replaceAll("<NewUserID>.*</NewUserID>", "");
        String renamed = news.replace("</xml>", "<NewUserID><![CDATA[Li.Na]]></NewUserID></xml>");
        assertThat(open(sealed(renamed)).order())
                .isEqualTo(open(sealed(text("text.xml"))).order());
    }

    @Test
    void oneMembersTextsAndOneCardsTapsAreInOrder() throws Exception {
        assertThat(open(sealed(text("text.xml"))).order()).isEqualTo("member:li.na");
        assertThat(open(sealed(text("template_card_event.xml"))).order()).isEqualTo("card:draft-0193");
        assertThat(open(sealed(text("kf_msg_or_event.xml"))).order()).isEqualTo("kf:wkSandbox01");
    }

    @ParameterizedTest
    @CsvSource({
        "Li.Na, 李娜 😀",
        "Li.Na, ''",
        "draft-0193@2, 草稿",
        "draft-0193@2, ''",
        "rc-0_Az, 码",
    })
    void tapWithImpossibleIdsIsKeptButIgnored(String from, String to) throws Exception {
        String xml = text("template_card_event.xml").replace("[" + from + "]", "[" + to + "]");
        InboxEntry entry = open(sealed(xml));
        assertThat(entry.kind()).isEqualTo("Unknown");
        assertThat(entry.key()).matches("[\\x21-\\x7e]{1,190}");
        assertThat(entry.order()).matches("[\\x21-\\x7e]{1,190}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft-0193@2", "rc-0_Az", "confirm:0193:2", "Li.Na"})
    void tapWithAbsurdlyLongFieldsIsKeptButIgnored(String field) throws Exception {
        String xml = text("template_card_event.xml").replace(field, "x".repeat(3_000));
        assertThat(open(sealed(xml)).kind()).isEqualTo("Unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1e9", "99999999999999999999", "253402300800"})
    void refusesATimeThatIsNone(String time) throws Exception {
        String xml = text("text.xml").replace("1763856000", time);
        assertThatThrownBy(() -> open(sealed(xml))).hasMessage("CreateTime: is not a time in seconds");
    }

    private static String key(String xml) {
        return open(sealed(xml)).key();
    }

    private static InboxEntry open(EncryptedCallback sealed) {
        return READER.read(CallbackQuery.of(sealed.query()), sealed.body().getBytes(UTF_8));
    }

    private static EncryptedCallback sealed(String xml) {
        var crypto = new io.genjin.sandbox.wecom.wire.CallbackCrypto(
                SandboxCorp.TOKEN, SandboxCorp.AES_KEY, SandboxCorp.CORP_ID);
        return EncryptedCallback.seal(crypto, xml, SandboxCorp.CORP_ID, "1000002", SENT_AT, "n0nce");
    }

    private static Map<String, List<String>> selected(WxCpXmlMessage oracle) {
        Map<String, List<String>> selected = new LinkedHashMap<>();
        if (oracle.getSelectedItems() != null) {
            oracle.getSelectedItems().forEach(item -> selected.put(item.getQuestionKey(), item.getOptionIds()));
        }
        return selected;
    }

    private static String folded(@Nullable String userId) {
        return orEmpty(userId).toLowerCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(String file) throws IOException, URISyntaxException {
        return Files.readString(folder().resolve(file)).strip();
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(CallbackReaderTest.class.getResource("/callbacks").toURI());
    }
}
