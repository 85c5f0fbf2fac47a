package io.genjin.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.sandbox.wecom.api.Trouble;
import io.genjin.sandbox.wecom.world.Member;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerApiTest {
    private final WeComSimulator wecom =
            WeComSimulator.start(SimulatorOptions.defaults().withCallbackUrls());
    private final ApiClient api = new ApiClient(wecom.baseUrl()).loggedIn();

    @AfterEach
    void stop() {
        wecom.close();
    }

    @Test
    void tokensExpireAndSecretsAreChecked() {
        assertThat(api.get("gettoken?corpid=" + SandboxCorp.CORP_ID + "&corpsecret=wrong")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40001);
        assertThat(api.get("gettoken?corpid=ww1&corpsecret=" + SandboxCorp.CORP_SECRET)
                        .path("errcode")
                        .asInt())
                .isEqualTo(40091);
        assertThat(api.get("getcallbackip").path("errcode").asInt()).isZero();
        wecom.advance(Duration.ofHours(2));
        assertThat(api.get("getcallbackip").path("errcode").asInt()).isEqualTo(42001);
        assertThat(api.loggedIn().get("getcallbackip").path("errcode").asInt()).isZero();
        assertThat(new ApiClient(wecom.baseUrl())
                        .get("getcallbackip")
                        .path("errcode")
                        .asInt())
                .isEqualTo(41001);
    }

    @Test
    void theKfTokenSendsNoMessages() {
        var kf = new ApiClient(wecom.baseUrl()).loggedIn(SandboxCorp.KF_SECRET);
        assertThat(kf.post("message/send", text("li.na", "x")).path("errcode").asInt())
                .isEqualTo(48002);
        assertThat(kf.post("kf/sync_msg", "{}").path("errcode").asInt()).isZero();
    }

    @Test
    void unknownReceiversAreNamedInLowerCaseAndTheOthersGetTheMessage() {
        var answer = api.post("message/send", text("Li.Na|Nobody", "早"));
        assertThat(answer.path("errcode").asInt()).isZero();
        assertThat(answer.path("invaliduser").asString("")).isEqualTo("nobody");
        assertThat(wecom.member("li.na").lastMessage().text()).isEqualTo("早");
        assertThat(api.post("message/send", text("nobody", "x")).path("errcode").asInt())
                .isEqualTo(81013);
        assertThat(wecom.refusedCalls()).singleElement().satisfies(call -> assertThat(call.errcode())
                .isEqualTo(81013));
    }

    @Test
    void whoHasNoLicenceIsNamedAndGetsNothing() {
        wecom.changePeople(people ->
                people.put(new Member("new.one", "新人", "rep-9.localhost", "销售", List.of(2), List.of(), null, false)));
        var answer = api.post("message/send", text("new.one|li.na", "x"));
        assertThat(answer.path("unlicenseduser").asString("")).isEqualTo("new.one");
        assertThat(wecom.member("new.one").received()).isEmpty();
    }

    @Test
    void anApplicationDescribesItselfAndNoOther() {
        var application = api.get("agent/get?agentid=" + SandboxCorp.AGENT_ID);
        assertThat(application.path("errcode").asInt()).isZero();
        assertThat(application.path("close").asInt(-1)).isZero();
        assertThat(application.path("allow_userinfos").path("user").isEmpty()).isFalse();
        assertThat(api.get("agent/get?agentid=1000003").path("errcode").asInt()).isEqualTo(301002);
        assertThat(api.get("agent/get?agentid=x").path("errcode").asInt()).isEqualTo(40056);
        assertThat(api.get("agent/get").path("errcode").asInt()).isEqualTo(40063);
    }

    @Test
    void anotherAgentIsRefused() {
        var body = text("li.na", "x").replace("1000002", "1000003");
        assertThat(api.post("message/send", body).path("errcode").asInt()).isEqualTo(301002);
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        api.post("message/send", text("li.na", "价".repeat(700)));
        var shown = wecom.member("li.na").lastMessage().text();
        assertThat(shown).isEqualTo("价".repeat(682));
        assertThat(api.post(
                                "message/send",
                                "{'touser':'li.na','agentid':1000002,'msgtype':'markdown','markdown':{'content':'"
                                        + "价".repeat(700) + "'}}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(45002);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'touser':'li.na','agentid':1000002,'msgtype':'text','text':{'content':5}}",
                "{'touser':'li.na','agentid':1000002,'msgtype':'text','text':{'content':'x','mentioned_list':'li.na'}}",
                "{'touser':'li.na','agentid':1000002,'msgtype':'textcard','textcard':{'title':'t','description':{},'url':'https://a.cn'}}",
                "{'touser':'li.na','agentid':1000002,'msgtype':'news','news':{'articles':[{'title':'t','url':'https://a.cn','picurl':1}]}}"
            })
    void aFieldOfTheWrongTypeIsRefused(String body) {
        assertThat(api.post("message/send", body).path("errcode").asInt()).isEqualTo(40058);
        assertThat(wecom.member("li.na").received()).isEmpty();
    }

    @Test
    void anAgentIdIsANumber() {
        var body = text("li.na", "x").replace("1000002", "'1000002'");
        assertThat(api.post("message/send", body).path("errcode").asInt()).isEqualTo(40056);
    }

    @Test
    void anArticleMustLeadSomewhere() {
        var body = "{'touser':'li.na','agentid':1000002,'msgtype':'news','news':{'articles':[{'title':'t'%s}]}}";
        assertThat(api.post("message/send", body.formatted("")).path("errcode").asInt())
                .isEqualTo(40063);
        assertThat(api.post("message/send", body.formatted(",'appid':'wx0'"))
                        .path("errcode")
                        .asInt())
                .isEqualTo(40063);
        var miniProgram = body.formatted(",'appid':'wx0','pagepath':'pages/a'");
        assertThat(api.post("message/send", miniProgram).path("errcode").asInt())
                .isZero();
        assertThat(api.post("webhook/send?key=" + SandboxCorp.ROBOT_KEY, miniProgram)
                        .path("errcode")
                        .asInt())
                .isEqualTo(40063);
    }

    @Test
    void theThirtyFirstMessageOfAMinuteIsDroppedSilently() {
        for (int i = 0; i < 31; i++) {
            assertThat(api.post("message/send", text("li.na", "第" + i))
                            .path("errcode")
                            .asInt())
                    .isZero();
        }
        assertThat(wecom.member("li.na").received()).hasSize(30);
        assertThat(wecom.droppedMessages()).hasSize(1);
        wecom.advance(Duration.ofMinutes(1));
        api.post("message/send", text("li.na", "又可以了"));
        assertThat(wecom.member("li.na").lastMessage().text()).isEqualTo("又可以了");
    }

    @Test
    void theSameRequestWithinTheIntervalIsDeliveredOnce() {
        var body = text("li.na", "一次").replace("'safe':0", "'enable_duplicate_check':1,'duplicate_check_interval':600");
        api.post("message/send", body);
        api.post("message/send", body);
        assertThat(wecom.member("li.na").received()).hasSize(1);
        wecom.advance(Duration.ofMinutes(10));
        api.post("message/send", body);
        assertThat(wecom.member("li.na").received()).hasSize(2);
    }

    @Test
    void aRecalledMessageIsGoneAndOldOnesStay() {
        var msgId = api.post("message/send", text("li.na", "x")).path("msgid").asString("");
        assertThat(api.post("message/recall", "{'msgid':'" + msgId + "'}")
                        .path("errcode")
                        .asInt())
                .isZero();
        assertThat(wecom.member("li.na").received()).singleElement().matches(message -> message.recalled());
        var old = api.post("message/send", text("li.na", "y")).path("msgid").asString("");
        wecom.advance(Duration.ofHours(25));
        assertThat(api.loggedIn()
                        .post("message/recall", "{'msgid':'" + old + "'}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40058);
    }

    @Test
    void mediaLivesThreeDays() {
        var bytes = "%PDF-1.7 voucher".getBytes(StandardCharsets.UTF_8);
        var mediaId = api.upload("media/upload?type=file", "凭证.pdf", bytes)
                .path("media_id")
                .asString("");
        var fetched =
                api.send(api.request("media/get?media_id=" + mediaId).GET().build());
        assertThat(fetched.body()).isEqualTo(bytes);
        assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith("filename*=UTF-8''%E5%87%AD%E8%AF%81.pdf");
        assertThat(api.upload("media/upload?type=image", "x.png", bytes)
                        .path("errcode")
                        .asInt())
                .isEqualTo(40005);
        wecom.advance(Duration.ofDays(3));
        var late = api.loggedIn()
                .post(
                        "message/send",
                        "{'touser':'li.na','agentid':1000002,'msgtype':'file','file':{'media_id':'" + mediaId + "'}}");
        assertThat(late.path("errcode").asInt()).isEqualTo(40007);
    }

    @Test
    void aGroupShowsFromItsFirstMessageAndTakesNoCards() {
        assertThat(api.post("appchat/create", "{'chatid':'war1','userlist':['li.na']}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(86006);
        api.post(
                "appchat/create",
                "{'chatid':'war1','name':'作战室','owner':'chen.jing','userlist':['li.na','chen.jing']}");
        assertThat(api.post("appchat/create", "{'chatid':'war1','userlist':['li.na','chen.jing']}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(86215);
        assertThat(api.post("appchat/send", "{'chatid':'war1','msgtype':'template_card','template_card':{}}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(40008);
        api.post("appchat/send", "{'chatid':'war1','msgtype':'text','text':{'content':'早会'}}");
        assertThat(wecom.group("war1").messages()).singleElement().matches(message -> message.text()
                .equals("早会"));
    }

    @Test
    void aRobotTakesTwentyAMinute() {
        var url = "webhook/send?key=" + SandboxCorp.ROBOT_KEY;
        for (int i = 0; i < 20; i++) {
            assertThat(api.post(url, "{'msgtype':'text','text':{'content':'x'}}")
                            .path("errcode")
                            .asInt())
                    .isZero();
        }
        assertThat(api.post(url, "{'msgtype':'text','text':{'content':'x'}}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(45009);
        assertThat(api.post("webhook/send?key=nope", "{'msgtype':'text','text':{'content':'x'}}")
                        .path("errcode")
                        .asInt())
                .isEqualTo(93000);
    }

    @Test
    void aLoginCodeWorksOnceAndFiveMinutes() {
        var li = wecom.member("li.na");
        var code = li.loginCode();
        assertThat(api.get("auth/getuserinfo?code=" + code).path("userid").asString(""))
                .isEqualTo("li.na");
        assertThat(api.get("auth/getuserinfo?code=" + code).path("errcode").asInt())
                .isEqualTo(40029);
        var late = li.loginCode();
        wecom.advance(Duration.ofMinutes(5));
        assertThat(api.get("auth/getuserinfo?code=" + late).path("errcode").asInt())
                .isEqualTo(40029);
    }

    @Test
    void whoIsNoMemberLogsInAsAnOpenidOnly() {
        var answer = api.get("auth/getuserinfo?code=" + wecom.outsiderLoginCode());
        assertThat(answer.path("openid").asString("")).startsWith("wo");
        assertThat(answer.has("userid")).isFalse();
    }

    @Test
    void theLoginPageKnowsTheMemberByThePhonesHost() {
        var answer = api.raw(
                "/connect/oauth2/authorize?appid=" + SandboxCorp.CORP_ID
                        + "&redirect_uri=http%3A%2F%2Fmgr-1.localhost%3A8080%2Fh5%2Flogin&response_type=code&scope=snsapi_base&state=abc");
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .startsWith("http://mgr-1.localhost:8080/h5/login?code=")
                .endsWith("&state=abc");
        var code = location.replaceAll(".*code=([^&]+).*", "$1");
        assertThat(api.get("auth/getuserinfo?code=" + code).path("userid").asString(""))
                .isEqualTo("chen.jing");
        assertThat(api.raw("/connect/oauth2/authorize?appid=" + SandboxCorp.CORP_ID
                                + "&redirect_uri=http%3A%2F%2Fevil.example&response_type=code&scope=snsapi_base")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void contactsAndCustomersAreListed() {
        assertThat(api.get("user/get?userid=LI.NA")
                        .path("direct_leader")
                        .path(0)
                        .asString(""))
                .isEqualTo("chen.jing");
        assertThat(api.get("user/get?userid=nobody").path("errcode").asInt()).isEqualTo(60111);
        assertThat(api.get("user/list?department_id=2").path("userlist").size()).isEqualTo(3);
        assertThat(api.get("department/get?id=2")
                        .path("department")
                        .path("department_leader")
                        .path(0)
                        .asString(""))
                .isEqualTo("chen.jing");
        assertThat(api.get("externalcontact/list?userid=li.na")
                        .path("external_userid")
                        .path(0)
                        .asString(""))
                .isEqualTo("wmHuadong01");
        assertThat(api.get("externalcontact/list?userid=chen.jing")
                        .path("errcode")
                        .asInt())
                .isEqualTo(84061);
        assertThat(api.get("externalcontact/get?external_userid=wmHuadong01")
                        .path("follow_user")
                        .path(0)
                        .path("remark")
                        .asString(""))
                .isEqualTo("王敏-华东快消");
    }

    @Test
    void troubleComesAsOftenAsAskedAndCountsAsNoRefusal() {
        wecom.misbehave().next("message/send", Trouble.errcode(-1), 2);
        assertThat(api.post("message/send", text("li.na", "1")).path("errcode").asInt())
                .isEqualTo(-1);
        assertThat(api.post("message/send", text("li.na", "2")).path("errcode").asInt())
                .isEqualTo(-1);
        assertThat(api.post("message/send", text("li.na", "3")).path("errcode").asInt())
                .isZero();
        assertThat(wecom.member("li.na").received()).hasSize(1);
        assertThat(wecom.refusedCalls()).isEmpty();
        assertThat(wecom.calls("message/send")).hasSize(3);
    }

    @Test
    void aLostAnswerLeavesTheMessageOnThePhone() {
        wecom.misbehave().next("message/send", Trouble.answerLost(), 1);
        assertThatThrownBy(() -> api.post("message/send", text("li.na", "到了")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(wecom.member("li.na").lastMessage().text()).isEqualTo("到了");
        wecom.misbehave().down();
        assertThatThrownBy(() -> api.get("getcallbackip")).isInstanceOf(UncheckedIOException.class);
        wecom.misbehave().calm();
        assertThat(api.get("getcallbackip").path("errcode").asInt()).isZero();
    }

    @Test
    void anUnknownPathAnswers404() {
        var answer = api.send(api.request("message/shout").GET().build());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("errcode");
    }

    private static String text(String to, String content) {
        return "{'touser':'" + to + "','agentid':1000002,'msgtype':'text','safe':0,'text':{'content':'" + content
                + "'}}";
    }
}
