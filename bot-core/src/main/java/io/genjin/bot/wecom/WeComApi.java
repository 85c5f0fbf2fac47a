package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of WeCom's server API that we use. Each throws {@link WeComRefused} for an errcode and {@link WeComSilent}
 * when no answer came. Never call it inside a database transaction. Thread-safe.
 */
public class WeComApi {
    private final WeComWire app;
    private final WeComWire kf;
    private final JsonMapper json;

    WeComApi(WeComWire app, WeComWire kf, JsonMapper json) {
        this.app = app;
        this.kf = kf;
        this.json = json;
    }

    /**
     * What message/send answered (doc 90236).
     *
     * @param undelivered receivers that WeCom names as invalid or unlicensed; HTTP 200 and errcode 0 alone do not mean
     *     delivered
     */
    public record Sent(Optional<String> msgId, Optional<String> responseCode, List<String> undelivered) {}

    /** Sends {@code body}, the whole JSON of message/send (doc 90236). */
    public Sent send(String body) {
        JsonNode answer = app.post("/cgi-bin/message/send", body);
        List<String> undelivered = new ArrayList<>();
        for (String field : List.of("invaliduser", "unlicenseduser")) {
            for (String user : answer.path(field).asString("").split("\\|", -1)) {
                if (!user.isBlank()) {
                    undelivered.add(user);
                }
            }
        }
        return new Sent(text(answer, "msgid"), text(answer, "response_code"), List.copyOf(undelivered));
    }

    /** Sends {@code body}, the whole JSON of message/update_template_card (doc 94888). */
    public void updateCard(String body) {
        app.post("/cgi-bin/message/update_template_card", body);
    }

    /** Takes a message back, within 24 hours of its sending (doc 94867). */
    public void recall(String msgId) {
        ObjectNode body = json.createObjectNode().put("msgid", msgId);
        app.post("/cgi-bin/message/recall", body.toString());
    }

    /** The members of one department (doc 90201), as WeCom's own JSON. */
    public JsonNode usersOf(long departmentId) {
        return app.get("/cgi-bin/user/list", "department_id=" + departmentId).path("userlist");
    }

    public JsonNode user(String userId) {
        return app.get("/cgi-bin/user/get", "userid=" + encode(userId));
    }

    /** The departments that the application sees (doc 90208), as WeCom's own JSON. */
    public JsonNode departments() {
        return app.get("/cgi-bin/department/list", null).path("department");
    }

    /** The userids under one tag (doc 90213). */
    public JsonNode tagMembers(long tagId) {
        return app.get("/cgi-bin/tag/get", "tagid=" + tagId);
    }

    /** Who came back from a login (doc 91023): {@code userid}, or {@code openid} for somebody who is no member. */
    public JsonNode userInfo(String code) {
        return app.get("/cgi-bin/auth/getuserinfo", "code=" + encode(code));
    }

    /** An external contact with its followers (doc 92114). */
    public JsonNode externalContact(String externalUserId) {
        return app.get("/cgi-bin/externalcontact/get", "external_userid=" + encode(externalUserId));
    }

    /** One page of a 微信客服 account (doc 94670); {@code cursor} and {@code token} may be empty. */
    public JsonNode kfMessages(String openKfId, String cursor, String token, int limit) {
        ObjectNode body = json.createObjectNode();
        body.put("open_kfid", openKfId).put("limit", limit);
        if (!cursor.isEmpty()) {
            body.put("cursor", cursor);
        }
        if (!token.isEmpty()) {
            body.put("token", token);
        }
        return kf.post("/cgi-bin/kf/sync_msg", body.toString());
    }

    /** The 微信客服 accounts that we may manage (doc 94661). */
    public JsonNode kfAccounts() {
        return kf.post("/cgi-bin/kf/account/list", "{\"offset\":0,\"limit\":100}")
                .path("account_list");
    }

    /** Nicknames of 微信客服 customers active within 48 hours (doc 95159). */
    public JsonNode kfCustomers(List<String> externalUserIds) {
        ObjectNode body = json.createObjectNode();
        externalUserIds.forEach(body.putArray("external_userid_list")::add);
        return kf.post("/cgi-bin/kf/customer/batchget", body.toString()).path("customer_list");
    }

    /** {@code service_state} 0 to 4, with {@code servicer_userid} in state 3 (doc 94669). */
    public JsonNode kfState(String openKfId, String externalUserId) {
        ObjectNode body = json.createObjectNode();
        body.put("open_kfid", openKfId).put("external_userid", externalUserId);
        return kf.post("/cgi-bin/kf/service_state/get", body.toString());
    }

    /** Hands a session over to a servicer, state 3 (doc 94669). */
    public void kfAssign(String openKfId, String externalUserId, String userId) {
        ObjectNode body = json.createObjectNode();
        body.put("open_kfid", openKfId).put("external_userid", externalUserId);
        body.put("service_state", 3).put("servicer_userid", userId);
        kf.post("/cgi-bin/kf/service_state/trans", body.toString());
    }

    /** The application itself, which proves agent id and visibility (doc 90227). */
    public JsonNode agent(int agentId) {
        return app.get("/cgi-bin/agent/get", "agentid=" + agentId);
    }

    /** Proves corp id and secret by fetching a token, unless one is held. */
    public void authenticate() {
        app.authenticate();
    }

    /** How the application's token fared in the latest call; asks nobody. */
    public Standing standing() {
        return app.standing();
    }

    private static Optional<String> text(JsonNode node, String field) {
        String value = node.path(field).asString("");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
