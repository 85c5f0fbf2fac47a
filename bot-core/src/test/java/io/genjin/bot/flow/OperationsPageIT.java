package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static io.genjin.bot.flow.FlowBot.rep;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Ids;
import io.genjin.sandbox.wecom.phone.MemberPhone;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** 运行: what was given up, and its ways out. */
class OperationsPageIT {
    private static final String PAGE = "/h5/admin/operations";

    @Test
    void administratorSeesWhatWasParkedWithoutItsWordsAndHasItHandledOnceMore() throws IOException {
        MemberPhone li = rep("张运行");
        String id = parked(li);
        Browser admin = Browser.of("zhao.min");
        assertThat(admin.get(PAGE).body())
                .contains("搁置的消息", "成员消息", "IllegalStateException", id)
                .doesNotContain("帮助");
        assertThat(admin.post(PAGE + "/parked/" + id + "/replay").status()).isEqualTo(302);
        BOT.await("answered", () -> li.received().size() == 1);
        assertThat(admin.post(PAGE + "/parked/" + id + "/replay").status()).isEqualTo(302);
        assertThat(admin.post(PAGE + "/parked/" + id + "/discard").status()).isEqualTo(302);
        assertThat(BOT.count("SELECT COUNT(*) FROM inbox WHERE id = ? AND state = 1", id))
                .isEqualTo(1);
        assertThat(admin.get(PAGE).body()).doesNotContain(id);
    }

    @Test
    void whatWasDiscardedStaysDiscardedAndSaysByWhom() throws IOException {
        MemberPhone li = rep("李运行");
        String id = parked(li);
        Browser admin = Browser.of("zhao.min");
        admin.get(PAGE);
        admin.post(PAGE + "/parked/" + id + "/discard");
        admin.post(PAGE + "/parked/replay");
        assertThat(BOT.count(
                        "SELECT COUNT(*) FROM inbox WHERE id = ? AND state = 3 AND decided_by LIKE 'member:%'", id))
                .isEqualTo(1);
        assertThat(li.received()).isEmpty();
    }

    @Test
    void spansInWhichCallbacksWereRefusedAreListed() throws IOException {
        BOT.jdbc()
                .update("INSERT INTO callback_refusal (refused_from, refused_until)"
                        + " VALUES ('2026-11-23 01:00:00', '2026-11-23 01:05:00')");
        assertThat(Browser.of("zhao.min").get(PAGE).body()).contains("09:00", "09:05");
    }

    @Test
    void nobodyElseSeesOrTouchesIt() throws IOException {
        MemberPhone li = rep("王运行");
        String id = parked(li);
        Browser rep = Browser.of(li.userId());
        assertThat(rep.get(PAGE).status()).isEqualTo(404);
        rep.get("/h5/drafts");
        assertThat(rep.post(PAGE + "/parked/" + id + "/discard").status()).isIn(403, 404);
        assertThat(BOT.count("SELECT COUNT(*) FROM inbox WHERE id = ? AND state = 2", id))
                .isEqualTo(1);
    }

    private static String parked(MemberPhone rep) {
        String id = Ids.next();
        LocalDateTime now = LocalDateTime.ofInstant(BOT.wecom().now(), ZoneOffset.UTC);
        BOT.jdbc()
                .update(
                        "INSERT INTO inbox (id, source_key, order_key, kind, payload, state, attempts, due_at,"
                                + " received_at, done_at, note) VALUES (?, ?, ?, 'MemberText', ?, 2, 8, ?, ?, ?,"
                                + " 'IllegalStateException')",
                        id,
                        id,
                        id,
                        "{\"userId\":\"" + rep.userId() + "\",\"msgId\":\"" + id + "\",\"text\":\"帮助\",\"sentAt\":\""
                                + BOT.wecom().now() + "\"}",
                        now,
                        now,
                        now);
        return id;
    }
}
