package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.advance;
import static io.genjin.bot.flow.FlowBot.card;
import static io.genjin.bot.flow.FlowBot.customer;
import static io.genjin.bot.flow.FlowBot.rep;
import static io.genjin.bot.flow.FlowBot.settle;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 微信客服: who is behind a message, whose customer they are, and how the account is read. */
class KfIT {
    private static final String QUOTE = "报价单发我一份，预算12万";

    @AfterEach
    void usualPages() {
        BOT.wecom().kfPaging().setPageSize(1000);
    }

    private static long drafts(CustomerPhone customer, String condition) {
        return BOT.count(
                "SELECT COUNT(*) FROM capture_draft d JOIN crm_contact c ON c.id = d.contact_id WHERE c.external_user_id = ? AND "
                        + condition,
                customer.externalUserId());
    }

    @Test
    void namesComeFromWeComAndNeverFromTheWords() {
        MemberPhone li = rep("钱一");
        customer("孙一", "乙一科技", li).says("我是马云，阿里巴巴的，" + QUOTE);
        assertThat(card(li).title()).isEqualTo("乙一科技 · 孙一");
    }

    @Test
    void twoPeopleOfOneNicknameAreTwoCustomers() {
        MemberPhone li = rep("钱二");
        customer("同名小王", "", li).says(QUOTE);
        customer("同名小王", "", li).says("合同发我一份");
        CardView first = card(li);
        CardView second = card(li, 2);
        assertThat(first.title()).startsWith("同名小王");
        assertThat(second.title()).startsWith("同名小王").isNotEqualTo(first.title());
        settle();
        assertThat(BOT.count("SELECT COUNT(*) FROM crm_customer WHERE name LIKE '同名小王%'"))
                .isEqualTo(2);
    }

    @Test
    void aServicersCustomerIsTheServicersAndTheirOwnWordsMakeNoCard() {
        MemberPhone follower = rep("钱三");
        MemberPhone servicer = rep("钱四");
        CustomerPhone sun = customer("孙三", "乙三科技", follower);
        servicer.repliesAsServicer(sun, "您好，报价单和合同我明天发您");
        settle();
        assertThat(servicer.cards()).isEmpty();
        sun.says(QUOTE);
        CardView card = card(servicer);
        assertThat(card.desc()).isEqualTo("报价");
        settle();
        assertThat(follower.cards()).isEmpty();
    }

    @Test
    void theOwnerOfTheOpenLeadComesBeforeWhoeverServes() {
        MemberPhone owner = rep("钱五");
        MemberPhone servicer = rep("钱六");
        CustomerPhone sun = customer("孙五", "乙五科技", owner);
        sun.says(QUOTE);
        owner.presses(card(owner), "确认");
        settle();
        servicer.repliesAsServicer(sun, "您好");
        sun.says("合同也发我一份");
        assertThat(card(owner, 2).desc()).contains("合同");
        settle();
        assertThat(servicer.cards()).isEmpty();
    }

    @Test
    void aDraftThatNobodyOwnsWaitsUntilAnAdministratorGivesItAway() throws Exception {
        MemberPhone li = rep("钱七");
        CustomerPhone sun = customer("孙七", "");
        sun.says(QUOTE);
        BOT.await("the unowned draft", () -> drafts(sun, "d.member_id IS NULL AND d.status = 'OPEN'") == 1);
        Browser admin = Browser.of("zhao.min");
        assertThat(admin.get("/h5/drafts").body()).contains("没有归属").contains("孙七");
        assertThat(Browser.of("chen.jing").get("/h5/drafts").body()).doesNotContain("孙七");
        String draft = BOT.jdbc()
                .queryForObject(
                        "SELECT d.id FROM capture_draft d JOIN crm_contact c ON c.id = d.contact_id WHERE c.external_user_id = ?",
                        String.class,
                        sun.externalUserId());
        li.sends("帮助");
        settle();
        String member =
                BOT.jdbc().queryForObject("SELECT id FROM crm_member WHERE user_id = ?", String.class, li.userId());
        assertThat(Browser.of("chen.jing")
                        .post("/h5/drafts/" + draft + "/owner", "member", member)
                        .status())
                .isIn(403, 404);
        assertThat(admin.post("/h5/drafts/" + draft + "/owner", "member", member)
                        .status())
                .isEqualTo(302);
        li.presses(card(li), "确认");
        settle();
        assertThat(FlowBot.followUpsOf(li)).isEqualTo(1);
    }

    @Test
    void aCustomerWhoseRepHasLeftGoesToWhoeverFollowsThem() {
        MemberPhone gone = rep("钱八");
        MemberPhone next = rep("钱九");
        CustomerPhone sun = customer("孙八", "乙八科技", gone, next);
        sun.says(QUOTE);
        BOT.await("a card", () -> !gone.cards().isEmpty() || !next.cards().isEmpty());
        MemberPhone first = gone.cards().isEmpty() ? next : gone;
        MemberPhone second = first == gone ? next : gone;
        first.presses(card(first), "确认");
        settle();
        second.sends("帮助");
        BOT.jdbc().update("UPDATE crm_member SET active = FALSE WHERE user_id = ?", first.userId());
        sun.says("合同也发我一份");
        CardView card = card(second);
        assertThat(card.link()).as("a page that they may see").contains("/h5/drafts/");
        second.presses(card, "确认");
        settle();
        assertThat(FlowBot.followUpsOf(second)).isEqualTo(1);
    }

    @Test
    void allPagesAreReadAlsoWhenSomeAreEmptyAndEachMessageOnce() {
        MemberPhone li = rep("钱十");
        CustomerPhone sun = customer("孙十", "乙十科技", li);
        BOT.wecom().holdCallbacks();
        for (int i = 0; i < 5; i++) {
            sun.says("第" + i + "句，随便聊聊");
        }
        sun.says(QUOTE);
        BOT.wecom().kfPaging().setPageSize(2);
        BOT.wecom().kfPaging().setEmptyPages(2);
        BOT.wecom().releaseCallbacksReversed();
        card(li);
        settle();
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM crm_chat_message m JOIN crm_chat_thread t ON t.id = m.thread_id"
                                + " JOIN crm_contact c ON c.id = t.contact_id WHERE c.external_user_id = ?",
                        sun.externalUserId()))
                .isEqualTo(6);
        assertThat(BOT.jdbc()
                        .queryForObject(
                                "SELECT position FROM kf_cursor WHERE open_kfid = ?",
                                String.class,
                                SandboxCorp.KF_ACCOUNT))
                .isEqualTo("c" + sun.conversation().get(5).position());
    }

    @Test
    void aNoticeThatComesAfterItsTokenExpiredIsReadWithoutIt() {
        MemberPhone li = rep("钱迟");
        CustomerPhone sun = customer("孙迟", "乙迟科技", li);
        BOT.wecom().holdCallbacks();
        sun.says(QUOTE);
        BOT.wecom().advance(Duration.ofMinutes(11));
        BOT.wecom().releaseCallbacks();
        assertThat(card(li).desc()).contains("报价");
    }

    @Test
    void aLostNoticeCostsMinutesAndNoMessage() {
        MemberPhone li = rep("钱丢");
        CustomerPhone sun = customer("孙丢", "乙丢科技", li);
        BOT.wecom().holdCallbacks();
        sun.says(QUOTE);
        advance(Duration.ofMinutes(6));
        assertThat(card(li).desc()).contains("报价");
        BOT.wecom().releaseCallbacks();
        settle();
        assertThat(li.cards()).hasSize(1);
    }
}
