package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Evidence.ChatRow;
import io.genjin.sandbox.campaign.Evidence.DraftRow;
import io.genjin.sandbox.campaign.Evidence.FollowUpRow;
import io.genjin.sandbox.campaign.Evidence.InboxRow;
import io.genjin.sandbox.campaign.Evidence.PhoneLine;
import io.genjin.sandbox.campaign.Evidence.PushRow;
import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import io.genjin.sandbox.wecom.callback.DeliveryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small campaign that went well, for tests to spoil: a customer wishes, talks and wishes again, a rep asks for help
 * twice, taps 确认 on the first card after all that and leaves the second.
 */
final class WellDone {
    static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
    static final String FIRST = "1".repeat(32);
    static final String SECOND = "2".repeat(32);

    final List<Said> said = new ArrayList<>();
    final List<Tapped> tapped = new ArrayList<>();
    final Map<String, InboxRow> inbox = new LinkedHashMap<>();
    final Map<String, ChatRow> chat = new LinkedHashMap<>();
    final List<DraftRow> drafts = new ArrayList<>();
    final List<FollowUpRow> followUps = new ArrayList<>();
    final List<PushRow> pushes = new ArrayList<>();
    final List<String> leadsTwice = new ArrayList<>();
    final List<PhoneLine> phones = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();

    WellDone() {
        customer(0, Line.Kind.CUSTOMER_WISH, "wish");
        customer(1, Line.Kind.CUSTOMER_TALK, "talk");
        customer(2, Line.Kind.CUSTOMER_WISH, "again");
        command(3);
        command(4);
        draft(FIRST, "CONFIRMED", "chat-wish");
        draft(SECOND, "OPEN", "chat-again");
        followUps.add(new FollowUpRow("f1", FIRST, false));
        tap(1, "draft.confirm:" + FIRST + ":1", 90, Set.of());
    }

    /** A tap on the first card, handled and answered. */
    void tap(int number, String key, long begun, Set<String> ticked) {
        var code = "rc" + number;
        var source = "e:" + number;
        tapped.add(new Tapped("rep00", "msg-" + FIRST, task(FIRST), key, code, source, begun, true, ticked));
        inbox.put(source, new InboxRow("i-tap" + number, 1, 0, ""));
        pushes.add(push("tap:" + number, "UPDATE", task(FIRST), code, "", ""));
    }

    List<Finding> check() {
        return Checker.check(
                said, tapped, new Evidence(inbox, chat, drafts, followUps, pushes, leadsTwice, phones, dropped));
    }

    static String task(String draft) {
        return "draft-" + draft + "-1";
    }

    static PushRow push(String cause, String kind, String taskId, String code, String msgId, String text) {
        return new PushRow("p-" + cause, cause, kind, taskId, code, 1, 1, "", msgId, "rep00", text, true);
    }

    private void customer(int number, Line.Kind kind, String id) {
        var line = new Line(number, kind, 0, "text " + number, DeliveryPlan.once());
        said.add(new Said(line, id, "kf:" + id, number * 10, number * 10 + 5, true));
        inbox.put("kf:" + id, new InboxRow("i-" + id, 1, 0, ""));
        chat.put("kf:" + id, new ChatRow("chat-" + id, "thread", AT, AT, "项目代号 " + id));
    }

    private void command(int number) {
        var line = new Line(number, Line.Kind.REP_COMMAND, 0, "帮助", DeliveryPlan.once());
        var id = "7" + number;
        said.add(new Said(line, id, "m:1:rep00:" + id, number * 10, number * 10 + 5, true));
        inbox.put("m:1:rep00:" + id, new InboxRow("i-" + id, 1, 0, ""));
        pushes.add(push("reply:" + id, "SEND", "", "", "msg-" + id, "help"));
        phones.add(new PhoneLine("rep00", "msg-" + id, "", "help", Set.of(), false));
    }

    private void draft(String id, String status, String message) {
        boolean open = status.equals("OPEN");
        drafts.add(new DraftRow(
                id, "thread", status, 1, true, task(id), Set.of(message), open ? Instant.EPOCH : AT.plusSeconds(1)));
        pushes.add(push(task(id), "SEND", task(id), "", "msg-" + id, ""));
        phones.add(new PhoneLine("rep00", "msg-" + id, task(id), "", Set.of(id + ":1"), !open));
    }
}
