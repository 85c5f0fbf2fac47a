package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members as WeCom knows them. */
class MembersIT {

    private static void changed(String type, String userId, String more) {
        BOT.wecom()
                .deliver(
                        "<xml><ToUserName><![CDATA[ww5a3d6b0c9e1f2a47]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>"
                                + BOT.wecom().now().getEpochSecond()
                                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType><![CDATA["
                                + type + "]]></ChangeType><UserID><![CDATA[" + userId + "]]></UserID>" + more
                                + "</xml>",
                        DeliveryPlan.times(2));
        settle();
    }

    private static Map<String, Object> member(String userId) {
        return BOT.jdbc().queryForMap("SELECT * FROM crm_member WHERE user_id = ?", userId);
    }

    @Test
    void everybodyIsThereSoonAfterTheStart() {
        BOT.await(
                "the synchronisation",
                () -> BOT.count(
                                "SELECT COUNT(*) FROM crm_member WHERE user_id IN ('li.na', 'wang.wei', 'chen.jing', 'zhao.min')")
                        == 4);
        assertThat(member("chen.jing").get("roles").toString()).contains("MANAGER");
        assertThat(member("zhao.min").get("roles").toString()).contains("ADMIN");
        assertThat(member("li.na").get("roles").toString()).contains("SALES");
    }

    @Test
    void anUnknownSenderIsMetOnFirstSightWithTheirManager() throws Exception {
        BOT.await("the manager", () -> BOT.count("SELECT COUNT(*) FROM crm_member WHERE user_id = 'chen.jing'") == 1);
        MemberPhone li = rep("许一");
        li.sends("帮助");
        settle();
        assertThat(member(li.userId()).get("name")).isEqualTo("许一");
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_member m JOIN crm_member c ON c.id = m.manager_id WHERE m.user_id = ? AND c.user_id = 'chen.jing'",
                        li.userId()))
                .isEqualTo(1);
    }

    @Test
    void comingChangingAndLeavingIsTakenOverAtOnce() {
        MemberPhone li = rep("许二");
        String userId = li.userId();
        changed("create_user", userId.toUpperCase(java.util.Locale.ROOT), "");
        assertThat(member(userId).get("name")).isEqualTo("许二");
        BOT.wecom()
                .changePeople(people -> people.put(new Member(
                        userId, "许二新", userId + ".localhost", "销售", List.of(2), List.of(), "zhao.min", true)));
        changed("update_user", userId, "");
        assertThat(member(userId).get("name")).isEqualTo("许二新");
        Object id = member(userId).get("id");
        changed("update_user", userId, "<NewUserID><![CDATA[" + userId + "x]]></NewUserID>");
        assertThat(member(userId + "x").get("id")).isEqualTo(id);
        changed("delete_user", userId + "x", "");
        assertThat(member(userId + "x").get("active")).isEqualTo(false);
    }

    @Test
    void theFirstWordsUnderANewUseridAreTheOldMembers() {
        MemberPhone li = rep("许改");
        li.sends("帮助");
        settle();
        Object id = member(li.userId()).get("id");
        String renamed = li.userId() + "n";
        BOT.wecom()
                .changePeople(people -> people.put(
                        new Member(renamed, "许改", renamed + ".localhost", "销售", List.of(2), List.of(), null, true)));
        BOT.wecom().member(renamed).sends("帮助");
        settle();
        BOT.wecom()
                .deliver(
                        "<xml><ToUserName><![CDATA[ww5a3d6b0c9e1f2a47]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>"
                                + BOT.wecom().now().getEpochSecond()
                                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event>"
                                + "<ChangeType><![CDATA[update_user]]></ChangeType><UserID><![CDATA[" + li.userId()
                                + "]]></UserID><NewUserID><![CDATA[" + renamed + "]]></NewUserID></xml>",
                        DeliveryPlan.once());
        settle();
        assertThat(member(renamed).get("id")).isEqualTo(id);
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_member WHERE user_id = ?", li.userId()))
                .isZero();
    }

    @Test
    void aTagsRoleOutlivesAChangeOfTheMember() {
        BOT.await(
                "the manager",
                () -> BOT.count(
                                "SELECT COUNT(*) FROM crm_member WHERE user_id = 'chen.jing' AND roles LIKE '%MANAGER%'")
                        == 1);
        changed("update_user", "chen.jing", "");
        assertThat(member("chen.jing").get("roles").toString()).contains("MANAGER");
    }

    @Test
    void whoLeftAndIsBackIsHeardAgain() {
        MemberPhone li = rep("许三");
        changed("create_user", li.userId(), "");
        changed("delete_user", li.userId(), "");
        li.sends("帮助");
        BOT.await("an answer", () -> !li.received().isEmpty());
        assertThat(member(li.userId()).get("active")).isEqualTo(true);
    }

    @Test
    void administratorsSetRolesThatStay() throws Exception {
        MemberPhone li = rep("许四");
        li.sends("帮助");
        settle();
        String id = member(li.userId()).get("id").toString();
        Browser admin = Browser.of("zhao.min");
        assertThat(admin.post("/h5/admin/members/" + id, "manager", "").body()).contains("至少选一个角色");
        assertThat(admin.post("/h5/admin/members/" + id, "roles", "PRESALES", "manager", "")
                        .status())
                .isEqualTo(302);
        assertThat(member(li.userId()).get("roles").toString()).contains("PRESALES");
        assertThat(admin.post("/h5/admin/members/" + id, "roles", "KING", "manager", "")
                        .status())
                .isEqualTo(400);
        changed("update_user", li.userId(), "");
        assertThat(member(li.userId()).get("roles").toString())
                .as("what an administrator set stays")
                .contains("PRESALES");
    }
}
