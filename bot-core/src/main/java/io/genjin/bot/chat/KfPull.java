package io.genjin.bot.chat;

import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.wecom.WeComApi;
import io.genjin.bot.wecom.WeComRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Reads a 微信客服 account from its cursor to the end; a page's messages and the moved cursor are one transaction. Two
 * pulls at once are harmless: the inbox knows each message, and only one moves the cursor.
 */
@Component
class KfPull {
    private static final int PAGE = 1000;
    private static final int TOKEN_EXPIRED = 95007;

    private final WeComApi wecom;
    private final KfCursors cursors;
    private final Inbox inbox;
    private final TransactionTemplate tx;

    KfPull(WeComApi wecom, KfCursors cursors, Inbox inbox, TransactionTemplate tx) {
        this.wecom = wecom;
        this.cursors = cursors;
        this.inbox = inbox;
        this.tx = tx;
    }

    /** @param token from the event, empty when polling: WeCom then limits the frequency strictly */
    void pull(String openKfId, String token) {
        boolean more = true;
        while (more) {
            String from = cursors.of(openKfId);
            JsonNode page = page(openKfId, from, token);
            String next = page.path("next_cursor").asString("");
            // An empty list with has_more happens: only has_more ends the loop, and a cursor that stands still.
            more = page.path("has_more").asInt(0) == 1 && !next.isEmpty() && !next.equals(from);
            List<InboxEntry> entries = entries(page, openKfId);
            if (next.isEmpty() || next.equals(from)) {
                tx.executeWithoutResult(status -> inbox.keepAll(entries));
                return;
            }
            Boolean moved = tx.execute(status -> {
                inbox.keepAll(entries);
                return cursors.move(openKfId, from, next);
            });
            more = more && Boolean.TRUE.equals(moved);
        }
    }

    /** The event's token lives ten minutes; later it reads on without one, as a poll does. */
    private JsonNode page(String openKfId, String from, String token) {
        try {
            return wecom.kfMessages(openKfId, from, token, PAGE);
        } catch (WeComRefused refused) {
            if (token.isEmpty() || refused.errcode() != TOKEN_EXPIRED) {
                throw refused;
            }
            return wecom.kfMessages(openKfId, from, "", PAGE);
        }
    }

    private static List<InboxEntry> entries(JsonNode page, String openKfId) {
        List<InboxEntry> entries = new ArrayList<>();
        for (JsonNode node : page.path("msg_list")) {
            read(node, openKfId)
                    .ifPresent(message -> entries.add(new InboxEntry(
                            "kf:" + message.msgId(), "kf:" + openKfId + ":" + message.externalUserId(), message)));
        }
        return entries;
    }

    private static Optional<KfMessage> read(JsonNode node, String openKfId) {
        String msgId = node.path("msgid").asString("");
        JsonNode event = node.path("event");
        String external = node.path("external_userid")
                .asString(event.path("external_userid").asString(""));
        if (!msgId.matches("[\\x21-\\x7e]{1,120}") || !external.matches("[0-9a-zA-Z_-]{0,64}")) {
            return Optional.empty();
        }
        return Optional.of(new KfMessage(
                openKfId,
                msgId,
                external,
                node.path("origin").asInt(0),
                node.path("servicer_userid").asString("").toLowerCase(Locale.ROOT),
                node.path("msgtype").asString(""),
                node.path("text").path("content").asString(""),
                event.path("event_type").asString(""),
                event.path("recall_msgid").asString(""),
                Instant.ofEpochSecond(node.path("send_time").asLong(0))));
    }
}
