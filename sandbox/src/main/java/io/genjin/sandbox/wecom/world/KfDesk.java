package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** 微信客服: what customers and servicers said, and the state of each session (docs 94670, 94669). */
public final class KfDesk {
    /** doc 94670: messages can be pulled for three days. */
    private static final Duration KEPT = Duration.ofDays(3);
    /** doc 94670: the token of an event. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final List<KfEntry> log = new ArrayList<>();
    private final Map<String, KfSession> sessions = new HashMap<>();
    private final ExpiringCodes<String> tokens = new ExpiringCodes<>("kt", TOKEN_LIFE);
    /** Positions grow from one sandbox to the next, since a bot that kept its data comes with an earlier one's cursor. */
    private final long before;

    KfDesk(InstantSource clock) {
        this.clock = clock;
        this.before = clock.instant().toEpochMilli() * 1000;
    }

    /** Records what a customer said (origin 3) and returns its msgid; a session that had ended begins anew. */
    public String customerSays(String openKfId, String externalUserId, String type, JsonNode content) {
        var session = session(openKfId, externalUserId);
        if (session.state() == 4) {
            setSession(openKfId, externalUserId, new KfSession(0, ""));
        }
        return add(openKfId, externalUserId, 3, "", type, content);
    }

    /** Records what a servicer said in the WeCom client (origin 5); the session is theirs from then on. */
    public String servicerSays(String openKfId, String externalUserId, String userId, String type, JsonNode content) {
        setSession(openKfId, externalUserId, new KfSession(3, userId));
        return add(openKfId, externalUserId, 5, userId, type, content);
    }

    /** Records an event (origin 4); its fields beside openKfId and externalUserId are given. */
    public String event(String openKfId, String externalUserId, ObjectNode event) {
        event.put("open_kfid", openKfId).put("external_userid", externalUserId);
        return add(openKfId, externalUserId, 4, "", "event", event);
    }

    /** A token that an event carries, for ten minutes. */
    public String issueToken(String openKfId) {
        return tokens.issue(openKfId, clock.instant());
    }

    /** Whether that token lives. */
    public boolean tokenLives(String token) {
        return tokens.find(token, clock.instant()).isPresent();
    }

    /** Everything after a position, of one account or (empty id) of all, not older than three days. */
    public List<KfEntry> after(long position, String openKfId) {
        var oldest = clock.instant().minus(KEPT);
        return log.stream()
                .filter(entry -> entry.position() > position && !entry.at().isBefore(oldest))
                .filter(entry -> openKfId.isEmpty() || entry.openKfId().equals(openKfId))
                .toList();
    }

    /** Every entry of one customer, at any age. */
    public List<KfEntry> with(String externalUserId) {
        return log.stream()
                .filter(entry -> entry.externalUserId().equals(externalUserId))
                .toList();
    }

    /** Where a session is; one that never began has ended. */
    public KfSession session(String openKfId, String externalUserId) {
        return sessions.getOrDefault(openKfId + "/" + externalUserId, new KfSession(4, ""));
    }

    /** Moves a session. */
    public void setSession(String openKfId, String externalUserId, KfSession session) {
        sessions.put(openKfId + "/" + externalUserId, session);
    }

    /** When this customer last wrote, or the epoch. */
    public Instant lastWords(String externalUserId) {
        return with(externalUserId).stream()
                .filter(entry -> entry.origin() == 3)
                .map(KfEntry::at)
                .reduce(Instant.EPOCH, (first, second) -> second);
    }

    private String add(
            String openKfId, String externalUserId, int origin, String servicer, String type, JsonNode content) {
        var msgId = "kf" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        log.add(new KfEntry(
                before + log.size() + 1,
                msgId,
                clock.instant(),
                openKfId,
                externalUserId,
                origin,
                servicer,
                type,
                content));
        return msgId;
    }

    /** State 0 to 4 (doc 94669) and who serves in state 3. */
    public record KfSession(int state, String servicer) {}

    /** One entry of the message log. */
    public record KfEntry(
            long position,
            String msgId,
            Instant at,
            String openKfId,
            String externalUserId,
            int origin,
            String servicer,
            String type,
            JsonNode content) {
        /** As sync_msg lists it: events name the account and the customer inside the event only. */
        public ObjectNode json() {
            var json = JsonNodeFactory.instance.objectNode();
            json.put("msgid", msgId).put("send_time", at.getEpochSecond()).put("origin", origin);
            json.put("msgtype", type);
            if (origin != 4) {
                json.put("open_kfid", openKfId).put("external_userid", externalUserId);
            }
            if (origin == 5) {
                json.put("servicer_userid", servicer);
            }
            json.set(type, content);
            return json;
        }
    }
}
