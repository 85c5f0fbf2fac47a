package io.genjin.sandbox.wecom.api;

import io.genjin.sandbox.wecom.world.KfDesk;
import io.genjin.sandbox.wecom.world.KfDesk.KfSession;
import io.genjin.sandbox.wecom.world.Refusal;
import io.genjin.sandbox.wecom.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** 微信客服: sync_msg (doc 94670), customer/batchget (95122), service_state (94669), account/list. */
public final class KfEndpoints {
    /** doc 94669: the states that each may go to. */
    private static final Map<Integer, Set<Integer>> MOVES = Map.of(
            0, Set.of(1, 2, 3, 4),
            1, Set.of(2, 3, 4),
            2, Set.of(3, 4),
            3, Set.of(3, 4),
            4, Set.of());

    private static final int MAX_PAGE = 1000;
    private static final int TOKENLESS_A_MINUTE = 30;

    private final World world;
    private int pageSize = MAX_PAGE;
    private int emptyPages;

    KfEndpoints(World world) {
        this.world = world;
    }

    /** Makes pages smaller than the caller's limit, as WeCom may. */
    public void setPageSize(int messages) {
        synchronized (world) {
            pageSize = messages;
        }
    }

    /** Makes the next pages empty although more follows, as WeCom may. */
    public void setEmptyPages(int pages) {
        synchronized (world) {
            emptyPages = pages;
        }
    }

    void addTo(Routes routes) {
        routes.post("kf/sync_msg", Routes.APP_OR_KF, this::sync);
        routes.post("kf/customer/batchget", Routes.APP_OR_KF, this::customers);
        routes.post("kf/service_state/get", Routes.APP_OR_KF, this::state);
        routes.post("kf/service_state/trans", Routes.APP_OR_KF, this::trans);
        routes.post("kf/account/list", Routes.APP_OR_KF, this::accounts);
    }

    private ObjectNode sync(ApiRequest request) {
        var account = request.text("open_kfid");
        if (!account.isEmpty()) {
            requireAccount(account);
        }
        var token = request.text("token");
        if (!token.isEmpty() && !world.kf.tokenLives(token)) {
            throw new Refusal(95007, "invalid msg token");
        }
        if (token.isEmpty()
                && !world.rates.permit(
                        "kf-tokenless", TOKENLESS_A_MINUTE, Duration.ofMinutes(1), world.clock.instant())) {
            throw new Refusal(45009, "sync_msg without the event's token is strictly limited");
        }
        var limit = Math.min(request.number("limit", MAX_PAGE, 1, MAX_PAGE), pageSize);
        request.number("voice_format", 0, 0, 1);
        var position = position(request.text("cursor"));
        var waiting = world.kf.after(position, account);
        var answer = Routes.ok();
        var list = answer.putArray("msg_list");
        if (emptyPages > 0 && !waiting.isEmpty()) {
            emptyPages--;
            return answer.put("next_cursor", "c" + position).put("has_more", 1);
        }
        var page = waiting.subList(0, Math.min(limit, waiting.size()));
        for (var entry : page) {
            list.add(entry.json());
            position = entry.position();
        }
        return answer.put("next_cursor", "c" + position).put("has_more", page.size() < waiting.size() ? 1 : 0);
    }

    private ObjectNode customers(ApiRequest request) {
        var ids = request.texts("external_userid_list");
        if (ids.isEmpty() || ids.size() > 100) {
            throw new Refusal(40058, "external_userid_list needs 1 to 100 ids");
        }
        var answer = Routes.ok();
        var found = answer.putArray("customer_list");
        var unknown = answer.putArray("invalid_external_userid");
        var since = world.clock.instant().minus(Duration.ofDays(2));
        for (var id : ids) {
            var contact = world.directory.contact(id);
            if (contact.isPresent() && !world.kf.lastWords(id).isBefore(since)) {
                found.addObject()
                        .put("external_userid", id)
                        .put("nickname", contact.get().name())
                        .put("avatar", "")
                        .put("gender", 0);
            } else {
                unknown.add(id);
            }
        }
        return answer;
    }

    private ObjectNode state(ApiRequest request) {
        var session = session(request);
        var answer = Routes.ok().put("service_state", session.state());
        return session.state() == 3 ? answer.put("servicer_userid", session.servicer()) : answer;
    }

    private ObjectNode trans(ApiRequest request) {
        var present = session(request);
        var wanted = request.number("service_state", -1, 0, 4);
        var servicer = request.text("servicer_userid");
        if (!MOVES.getOrDefault(present.state(), Set.of()).contains(wanted)) {
            throw new Refusal(95016, "a session can't go from state " + present.state() + " to " + wanted);
        }
        if (wanted == 3 && world.directory.member(servicer).isEmpty()) {
            throw new Refusal(40003, "servicer_userid is not in the contacts");
        }
        world.kf.setSession(
                request.require("open_kfid"),
                request.require("external_userid"),
                new KfSession(wanted, wanted == 3 ? servicer : ""));
        return Routes.ok().put("msg_code", UUID.randomUUID().toString());
    }

    private ObjectNode accounts(ApiRequest request) {
        var answer = Routes.ok();
        var list = answer.putArray("account_list");
        world.directory.kfAccounts().forEach(account -> list.addObject()
                .put("open_kfid", account.openKfId())
                .put("name", account.name())
                .put("avatar", "")
                .put("manage_privilege", true));
        return answer;
    }

    private KfDesk.KfSession session(ApiRequest request) {
        var account = request.require("open_kfid");
        var customer = request.require("external_userid");
        requireAccount(account);
        if (world.directory.contact(customer).isEmpty()) {
            throw new Refusal(40096, "invalid external_userid");
        }
        return world.kf.session(account, customer);
    }

    private void requireAccount(String openKfId) {
        if (world.directory.kfAccount(openKfId).isEmpty()) {
            throw new Refusal(95000, "invalid open_kfid");
        }
    }

    private static long position(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("c\\d{1,18}")) {
            throw new Refusal(40058, "invalid cursor");
        }
        return Long.parseLong(cursor.substring(1));
    }
}
