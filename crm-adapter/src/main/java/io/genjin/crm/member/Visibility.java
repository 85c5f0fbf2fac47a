package io.genjin.crm.member;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see somebody's leads, drafts and conversations: they themselves, their managers however far up, and
 * administrators. Nobody else, and nobody who left.
 */
public class Visibility {
    private final MemberStore members;

    public Visibility(MemberStore members) {
        this.members = members;
    }

    public boolean maySee(Member viewer, MemberId ownerId) {
        return ownersSeenBy(viewer).map(owners -> owners.contains(ownerId)).orElse(true);
    }

    /** Whose records the viewer may see, for a list's filter; empty means everybody's. */
    public Optional<Set<MemberId>> ownersSeenBy(Member viewer) {
        if (!viewer.active()) {
            return Optional.of(Set.of());
        }
        if (viewer.is(Role.ADMIN)) {
            return Optional.empty();
        }
        Set<MemberId> owners = new HashSet<>(members.reportsOf(viewer.id()));
        owners.add(viewer.id());
        return Optional.of(Set.copyOf(owners));
    }
}
