package io.genjin.bot.member;

import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.wecom.Callback.ContactChange;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** change_contact (doc 90970): a member came, changed or left. */
@Component
class ContactChangeHandler implements InboxHandler<ContactChange> {
    private static final Logger log = LoggerFactory.getLogger(ContactChangeHandler.class);

    private final MemberDirectory directory;
    private final MemberStore members;
    private final InstantSource clock;

    ContactChangeHandler(MemberDirectory directory, MemberStore members, InstantSource clock) {
        this.directory = directory;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Class<ContactChange> payload() {
        return ContactChange.class;
    }

    @Override
    public boolean callsOut() {
        return true;
    }

    @Override
    public Effect handle(ContactChange change) {
        switch (change.changeType()) {
            case "create_user", "update_user" -> {
                if (change.userId().isEmpty()) {
                    return Effect.NONE;
                }
                boolean renamed =
                        !change.newUserId().isEmpty() && !change.newUserId().equals(change.userId());
                if (renamed) {
                    // Before the refresh, which would otherwise meet the new userid as somebody new.
                    return () -> rename(change);
                }
                directory.refresh(change.userId());
                return Effect.NONE;
            }
            case "delete_user" -> {
                return () -> members.markLeft(change.userId(), clock.instant());
            }
            case "create_party", "update_party", "delete_party", "update_tag" -> {
                directory.synchronise();
                return Effect.NONE;
            }
            default -> {
                return Effect.NONE;
            }
        }
    }

    /**
     * Somebody who was met under the new userid before this is heard of is the same person: the record of old keeps them,
     * the other is set aside as one who left.
     */
    private void rename(ContactChange change) {
        Instant now = clock.instant();
        Optional<Member> old = members.findByUserId(change.userId());
        Optional<Member> met = members.findByUserId(change.newUserId());
        if (old.isPresent() && met.isPresent()) {
            log.warn(
                    "member {} was met as {} before the change of userid was heard of; {} is set aside",
                    old.get().id().value(),
                    change.newUserId(),
                    met.get().id().value());
            members.markLeft(change.newUserId(), now);
            members.rename(change.newUserId(), "met-" + met.get().id().value(), now);
        }
        members.rename(change.userId(), change.newUserId(), now);
    }
}
