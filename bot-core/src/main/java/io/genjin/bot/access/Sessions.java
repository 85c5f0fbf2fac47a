package io.genjin.bot.access;

import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Logins of members. One ends with {@code genjin.login.session-life}, with {@code genjin.login.idle} of not being used,
 * with 退出, and with the membership. Its id is always made here, never taken from a browser.
 */
@Component
class Sessions {
    /** How exactly idleness is measured: a page more often than this writes nothing. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final ShortLived store;
    private final MemberStore members;
    private final LoginProperties properties;
    private final InstantSource clock;

    Sessions(ShortLived store, MemberStore members, LoginProperties properties, InstantSource clock) {
        this.store = store;
        this.members = members;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is kept under a session's id. */
    private record Login(String member, String csrf, Instant until, Instant seen) {
        String text() {
            return member + " " + csrf + " " + until.toEpochMilli() + " " + seen.toEpochMilli();
        }

        static Login of(String text) {
            String[] parts = text.split(" ", 4);
            return new Login(
                    parts[0],
                    parts[1],
                    Instant.ofEpochMilli(Long.parseLong(parts[2])),
                    Instant.ofEpochMilli(Long.parseLong(parts[3])));
        }
    }

    /** The new session's secret id. */
    String open(Member member) {
        Instant now = clock.instant();
        String id = Secrets.next();
        keep(id, new Login(member.id().value(), Secrets.next(), now.plus(properties.sessionLife()), now), now);
        return id;
    }

    Optional<Viewer> find(String id) {
        if (!Ids.isId(id)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return store.get(key(id))
                .map(Login::of)
                .filter(login -> lasts(id, login, now))
                .flatMap(login -> members.find(new MemberId(login.member()))
                        .filter(Member::active)
                        .map(member -> new Viewer(member, login.csrf())));
    }

    void close(String id) {
        if (Ids.isId(id)) {
            store.remove(key(id));
        }
    }

    private boolean lasts(String id, Login login, Instant now) {
        if (!now.isBefore(login.until()) || !now.isBefore(login.seen().plus(properties.idle()))) {
            close(id);
            return false;
        }
        if (!now.isBefore(login.seen().plus(STEP))) {
            keep(id, new Login(login.member(), login.csrf(), login.until(), now), now);
        }
        return true;
    }

    private void keep(String id, Login login, Instant now) {
        Duration left = Duration.between(now, login.until());
        store.put(key(id), login.text(), left.compareTo(properties.idle()) < 0 ? left : properties.idle());
    }

    private static String key(String id) {
        return "session:" + id;
    }
}
