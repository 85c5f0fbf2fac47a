package io.genjin.bot.doctor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.genjin.bot.doctor.Finding.Mark;
import io.genjin.bot.platform.PublicUrl;
import io.genjin.bot.wecom.WeComProbe;
import io.genjin.bot.wecom.WeComProperties;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** What each of WeCom's answers means, to the letter. */
class WeComChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String LOGIN = "/cgi-bin/gettoken";
    private static final String AGENT = "/cgi-bin/agent/get";
    private static final String KF = "/cgi-bin/kf/account/list";
    private static final String GRANTED =
            "{'errcode':0,'errmsg':'ok','access_token':'very-secret-token','expires_in':7200}";
    private static final String APPLICATION =
            "{'errcode':0,'agentid':1000002,'name':'跟进','close':0,'redirect_domain':'crm.example.com',"
                    + "'allow_userinfos':{'user':[{'userid':'li.na'}]},'allow_partys':{'partyid':[]},'allow_tags':{'tagid':[]}}";

    private static final WireMockServer wecom = new WireMockServer(options().dynamicPort());

    @BeforeAll
    static void start() {
        wecom.start();
    }

    @AfterAll
    static void stop() {
        wecom.stop();
    }

    @BeforeEach
    void everythingIsFine() {
        wecom.resetAll();
        answers(LOGIN, GRANTED);
        answers(AGENT, APPLICATION);
        answers(KF, "{'errcode':0,'account_list':[{'open_kfid':'wk1','name':'客服'}]}");
    }

    @Test
    void aSoundApplicationIsCalledSoundWithOneCallEach() {
        DoctorReport report = doctor(null).examine();
        assertThat(report.entries()).extracting(entry -> entry.finding().mark()).containsOnly(Mark.GOOD);
        assertThat(report.healthy()).isTrue();
        wecom.verify(1, getRequestedFor(urlPathEqualTo(LOGIN)));
        wecom.verify(1, getRequestedFor(urlPathEqualTo(AGENT)));
    }

    @Test
    void noReportHoldsATokenOrASecret() {
        answers(AGENT, "{'errcode':60020,'errmsg':'not allow very-secret-token, from ip: 203.0.113.7'}");
        assertThat(doctor("kf-secret").examine().toString()).doesNotContain("secret");
    }

    @Test
    void aRefusedAddressIsNamed() {
        answers(
                AGENT,
                "{'errcode':60020,'errmsg':'not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020'}");
        DoctorReport report = doctor(null).examine();
        assertThat(report.first().orElseThrow().name()).isEqualTo("可信 IP");
        assertThat(report.first().orElseThrow().finding().remedy().orElseThrow())
                .contains("企业可信IP，加上 203.0.113.7，");
        assertThat(finding(report, "应用").mark()).isEqualTo(Mark.LEFT);
    }

    @Test
    void anAddressOfSixPartsIsNamedToo() {
        answers(AGENT, "{'errcode':60020,'errmsg':'not allow, from ip: 2001:db8::7, more info'}");
        assertThat(finding(doctor(null).examine(), "可信 IP").text()).startsWith("2001:db8::7 ");
    }

    @ParameterizedTest
    @CsvSource({"40001", "40091", "40013"})
    void refusedCredentialsAreNeverRepeated(int errcode) {
        answers(LOGIN, "{'errcode':" + errcode + ",'errmsg':'invalid credential'}");
        Doctor doctor = doctor(null);
        doctor.examine();
        DoctorReport again = doctor.examine();
        wecom.verify(1, getRequestedFor(urlPathEqualTo(LOGIN)));
        wecom.verify(0, getRequestedFor(urlPathEqualTo(AGENT)));
        assertThat(again.first().orElseThrow().name()).isEqualTo(errcode == 40013 ? "企业 ID" : "Secret");
        assertThat(again.entries().stream()
                        .filter(entry -> entry.finding().failed())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aBusyWeComIsAskedAgainNextTime() {
        answers(LOGIN, "{'errcode':-1,'errmsg':'system busy'}");
        Doctor doctor = doctor(null);
        assertThat(finding(doctor.examine(), "Secret").text()).contains("忙");
        answers(LOGIN, GRANTED);
        assertThat(doctor.examine().healthy()).isTrue();
    }

    @Test
    void wordsThatAreNoAnswerCountAsSilence() {
        answers(LOGIN, "<html>proxy</html>");
        DoctorReport report = doctor(null).examine();
        assertThat(report.first().orElseThrow().name()).isEqualTo("企业 ID");
        assertThat(finding(report, "Secret").mark()).isEqualTo(Mark.LEFT);
    }

    @Test
    void anotherApplicationsAgentIdIsFound() {
        answers(AGENT, "{'errcode':301002,'errmsg':'x'}");
        assertThat(finding(doctor(null).examine(), "应用").remedy().orElseThrow()).contains("wx.cp.agent-id");
    }

    @Test
    void anApplicationThatIsOffOrSeenByNobodyIsFound() {
        answers(AGENT, APPLICATION.replace("'close':0", "'close':1"));
        assertThat(finding(doctor(null).examine(), "应用").text()).contains("停用");
        answers(AGENT, APPLICATION.replace("{'userid':'li.na'}", ""));
        assertThat(finding(doctor(null).examine(), "应用").text()).contains("可见范围");
    }

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.com, crm.example.com, GOOD, crm.example.com",
        "https://CRM.example.com, crm.example.com, GOOD, crm.example.com",
        "http://crm.example.com, crm.example.com, BAD, 不是 https",
        "https://crm.example.com:8443, crm.example.com, BAD, 带了端口 8443",
        "https://203.0.113.7, 203.0.113.7, BAD, 是 IP 地址",
        "https://[2001:db8::7], x, BAD, 是 IP 地址",
        "https://intranet, intranet, BAD, 不是公网域名",
        "https://crm.example.com, example.com, BAD, 可信域名是 example.com",
        "https://crm.example.com, '', BAD, 还没有可信域名",
    })
    void theTrustedDomainMustBeExactlyThatOfTheLinks(String url, String trusted, Mark mark, String words) {
        answers(AGENT, APPLICATION.replace("crm.example.com", trusted));
        Finding finding = new TrustedDomainCheck(new PublicUrl(url), new MockEnvironment())
                .look(new Round(probe(null, InstantSource.fixed(NOW))));
        assertThat(finding.mark()).isEqualTo(mark);
        assertThat(finding.text()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"0, GOOD, 10:00", "29, GOOD, 10:00", "-31, BAD, 慢 31 秒", "90, BAD, 快 90 秒"})
    void theClockIsComparedWithWeComs(int ahead, Mark mark, String words) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.US)
                .format(NOW.minusSeconds(ahead).atZone(ZoneOffset.UTC));
        wecom.stubFor(any(urlPathEqualTo(LOGIN))
                .willReturn(aResponse().withHeader("Date", date).withBody(GRANTED.replace('\'', '"'))));
        InstantSource clock = InstantSource.fixed(NOW);
        Finding finding = new ClockCheck(clock, new NoDatabase()).look(new Round(probe(null, clock)));
        assertThat(finding.mark()).isEqualTo(mark);
        assertThat(finding.text()).contains(words);
    }

    @Test
    void customerServiceIsAskedForOnlyWhereItIsUsed() {
        answers(KF, "{'errcode':48002,'errmsg':'api forbidden'}");
        assertThat(finding(doctor(null).examine(), "微信客服").mark()).isEqualTo(Mark.LEFT);
        assertThat(finding(doctor("kf-secret").examine(), "微信客服").text()).contains("48002");
    }

    @Test
    void customerServiceWithoutAnAccountIsNoCustomerService() {
        answers(KF, "{'errcode':0,'account_list':[]}");
        assertThat(finding(doctor("kf-secret").examine(), "微信客服").text()).contains("没有可管理的客服账号");
    }

    @Test
    void aCheckThatHangsIsLeftBehind() {
        Check hanging = new Check() {
            @Override
            public String name() {
                return "慢";
            }

            @Override
            public Finding look(Round round) {
                try {
                    Thread.sleep(Duration.ofMinutes(5).toMillis());
                } catch (InterruptedException left) {
                    Thread.currentThread().interrupt();
                }
                return Finding.good("?");
            }
        };
        DoctorReport report = doctor(Duration.ofMillis(50), null, List.of(hanging, new CorpCheck(properties(null))))
                .examine();
        assertThat(finding(report, "慢").text()).contains("没有结果");
        assertThat(report.entries()).hasSize(2);
    }

    private static void answers(String path, String json) {
        wecom.stubFor(any(urlPathEqualTo(path)).willReturn(aResponse().withBody(json.replace('\'', '"'))));
    }

    private static Finding finding(DoctorReport report, String name) {
        return report.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .finding();
    }

    private static Doctor doctor(@Nullable String kfSecret) {
        WeComProperties properties = properties(kfSecret);
        return doctor(
                Duration.ofSeconds(20),
                kfSecret,
                List.of(
                        new CorpCheck(properties),
                        new SecretCheck(),
                        new TrustedIpCheck(),
                        new AgentCheck(properties),
                        new TrustedDomainCheck(new PublicUrl("https://crm.example.com"), new MockEnvironment()),
                        new KfCheck()));
    }

    private static Doctor doctor(Duration within, @Nullable String kfSecret, List<Check> checks) {
        InstantSource clock = InstantSource.fixed(NOW);
        DoctorProperties settings = new DoctorProperties(within, Duration.ZERO, Duration.ZERO);
        return new Doctor(checks, probe(kfSecret, clock), settings, clock);
    }

    private static WeComProbe probe(@Nullable String kfSecret, InstantSource clock) {
        return new WeComProbe(properties(kfSecret), JsonMapper.shared(), clock);
    }

    private static WeComProperties properties(@Nullable String kfSecret) {
        return new WeComProperties(
                "ww5a3d6b0c9e1f2a47",
                "app-secret",
                1000002,
                "token",
                "c2FuZGJveEdlbmppbkNhbGxiYWNrQWVzS2V5MDAwMDE",
                URI.create(wecom.baseUrl()),
                kfSecret);
    }

    /** A database that is away. */
    private static final class NoDatabase extends AbstractDataSource {
        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            throw new java.sql.SQLException("away", "08001");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
            return getConnection();
        }
    }
}
