package io.genjin.bot.access;

import io.genjin.crm.Ids;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.member.MemberStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Logins of members. A leaver's session ends with their membership. */
@Component
class Sessions {
    private final ShortLived store;
    private final MemberStore members;
    private final LoginProperties properties;

    Sessions(ShortLived store, MemberStore members, LoginProperties properties) {
        this.store = store;
        this.members = members;
        this.properties = properties;
    }

    /** The new session's secret id. */
    String open(Member member) {
        String id = Secrets.next();
        store.put("session:" + id, member.id().value() + " " + Secrets.next(), properties.sessionLife());
        return id;
    }

    Optional<Viewer> find(String id) {
        if (!Ids.isId(id)) {
            return Optional.empty();
        }
        return store.get("session:" + id).flatMap(text -> {
            String[] parts = text.split(" ", 2);
            return members.find(new MemberId(parts[0]))
                    .filter(Member::active)
                    .map(member -> new Viewer(member, parts[1]));
        });
    }
}
