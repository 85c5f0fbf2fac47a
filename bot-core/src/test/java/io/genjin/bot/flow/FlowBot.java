package io.genjin.bot.flow;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.genjin.bot.testing.TestBot;
import io.genjin.sandbox.wecom.api.RecordedCall;
import io.genjin.sandbox.wecom.phone.CardView;
import io.genjin.sandbox.wecom.phone.CustomerPhone;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import io.genjin.sandbox.wecom.world.Contact;
import io.genjin.sandbox.wecom.world.Contact.Follow;
import io.genjin.sandbox.wecom.world.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One bot for all flows of this package; each test brings its own people. */
final class FlowBot {
    static final String WEBHOOK_SECRET = "0123456789abcdef0123";
    static final WireMockServer OUTSIDE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    static final TestBot BOT = start();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private FlowBot() {}

    private static TestBot start() {
        OUTSIDE.start();
        OUTSIDE.stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                        com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.ok()));
        TestBot bot = TestBot.start(Map.of(
                "genjin.outlet.webhook.url",
                "http://127.0.0.1:" + OUTSIDE.port() + "/crm",
                "genjin.outlet.webhook.secret",
                WEBHOOK_SECRET,
                "genjin.outbox.retry-after",
                "PT0.1S",
                "genjin.member.roles-by-tag.2",
                "MANAGER"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            bot.close();
            OUTSIDE.stop();
        }));
        return bot;
    }

    /** A new rep of 销售一部, who reports to 陈静. */
    static MemberPhone rep(String name) {
        String userId = "rep" + PEOPLE.incrementAndGet();
        BOT.wecom().changePeople(people -> people.put(Member.rep(userId, name, userId + ".localhost")));
        return BOT.wecom().member(userId);
    }

    /** A new customer of that company, followed by these. */
    static CustomerPhone customer(String name, String company, MemberPhone... followers) {
        String id = "wmFlow" + PEOPLE.incrementAndGet();
        List<Follow> follows = List.of(followers).stream()
                .map(rep -> new Follow(rep.userId(), "", company, BOT.wecom().now()))
                .toList();
        BOT.wecom().changePeople(people -> people.put(new Contact(id, name, follows)));
        return BOT.wecom().customer(id);
    }

    /** The card that shows once the rep's phone has so many. */
    static CardView card(MemberPhone rep, int number) {
        BOT.await("card " + number + " of " + rep, () -> rep.cards().size() >= number);
        return rep.cards().get(number - 1);
    }

    static CardView card(MemberPhone rep) {
        return card(rep, 1);
    }

    /** Everything heard is handled, every quiet period is over, everything is sent. */
    static void settle() {
        BOT.await(
                "nothing is to be done now",
                () -> BOT.count("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                        && BOT.count("SELECT COUNT(*) FROM outbox_message WHERE state = 0") == 0
                        && BOT.count(
                                        "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name IN ('settle-draft', 'show-drafts', 'expire-draft')"
                                                + " AND execution_time < ?",
                                        java.time.LocalDateTime.ofInstant(
                                                BOT.wecom().now().plusSeconds(3), java.time.ZoneOffset.UTC))
                                == 0
                        && BOT.count("SELECT COUNT(*) FROM inbox WHERE state = 0") == 0
                        && BOT.count("SELECT COUNT(*) FROM outbox_message WHERE state = 0") == 0);
    }

    static void advance(Duration by) {
        settle();
        BOT.wecom().advance(by);
        settle();
    }

    /** The id of the draft that a card is for. */
    static String draftOf(CardView card) {
        return card.taskId().substring("draft-".length(), "draft-".length() + 32);
    }

    static String status(String draft) {
        return BOT.jdbc().queryForObject("SELECT status FROM capture_draft WHERE id = ?", String.class, draft);
    }

    static long followUps(String draft) {
        return BOT.count("SELECT COUNT(*) FROM crm_follow_up WHERE draft_id = ?", draft);
    }

    static long followUpsOf(MemberPhone rep) {
        return BOT.count(
                "SELECT COUNT(*) FROM crm_follow_up f JOIN crm_member m ON m.id = f.member_id WHERE m.user_id = ?",
                rep.userId());
    }

    static List<String> textsTo(MemberPhone rep) {
        return rep.received().stream()
                .filter(message -> message.card().isEmpty() && !message.recalled())
                .map(message -> message.text())
                .toList();
    }

    /** Calls about messages and cards that broke a rule of WeCom's; logins and look-ups may be refused. */
    static List<RecordedCall> refusedPushes() {
        return BOT.wecom().refusedCalls().stream()
                .filter(call -> call.path().contains("message/"))
                .toList();
    }
}
