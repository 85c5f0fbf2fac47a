package io.genjin.sandbox.campaign;

import io.genjin.sandbox.campaign.Ledger.Said;
import io.genjin.sandbox.campaign.Ledger.Tapped;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.callback.Delivery;
import io.genjin.sandbox.wecom.phone.CustomerPhone.Words;
import io.genjin.sandbox.wecom.wire.XmlTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** Reads from a callback what the bot's inbox must know it by (docs/flows/inbox-outbox.md). */
final class Receipts {
    private Receipts() {}

    static Said of(Line line, Words words, long begun) {
        return new Said(
                line,
                words.msgId(),
                "kf:" + words.msgId(),
                begun,
                System.nanoTime(),
                words.notice().accepted());
    }

    static Said of(Line line, Delivery delivery, long begun) {
        var xml = XmlTree.parse(delivery.xml());
        var id = text(xml, "MsgId");
        var key = "m:" + SandboxCorp.AGENT_ID + ":" + text(xml, "FromUserName") + ":" + id;
        return new Said(line, id, key, begun, System.nanoTime(), delivery.accepted());
    }

    static Tapped of(String msgId, Delivery delivery, long begun) {
        var xml = XmlTree.parse(delivery.xml());
        return new Tapped(
                text(xml, "FromUserName"),
                msgId,
                text(xml, "TaskId"),
                text(xml, "EventKey"),
                text(xml, "ResponseCode"),
                "e:" + sha256(delivery.xml()),
                begun,
                delivery.accepted(),
                PhoneReader.versionsIn(xml.path("SelectedItems").toString()));
    }

    private static String text(ObjectNode xml, String field) {
        return xml.path(field).asString("");
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
