package io.genjin.bot.member;

import io.genjin.bot.access.KnownMembers;
import io.genjin.crm.member.Member;
import io.genjin.crm.member.MemberStore;
import io.genjin.crm.member.RoleMapping;
import io.genjin.crm.member.WeComDepartment;
import io.genjin.crm.member.WeComMember;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to members for everybody else: who is behind a userid, met on first sight where need be. */
@Component
public class MemberDirectory implements KnownMembers {
    private final MemberStore members;
    private final WeComProfiles profiles;
    private final MemberProperties properties;
    private final RoleMapping roles;
    private final TransactionTemplate tx;
    private final InstantSource clock;

    MemberDirectory(
            MemberStore members,
            WeComProfiles profiles,
            MemberProperties properties,
            @Value("${genjin.admins:}") String admins,
            TransactionTemplate tx,
            InstantSource clock) {
        this.members = members;
        this.profiles = profiles;
        this.properties = properties;
        this.roles = properties.mapping(admins);
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * The member with this userid. Somebody unknown is asked for at WeCom and kept, so call it outside a transaction;
     * where WeCom does not show them they are kept by their userid alone.
     */
    @Override
    public Member meet(String userId) {
        Optional<Member> known = members.findByUserId(userId);
        if (known.filter(Member::active).isPresent()) {
            return known.get();
        }
        // Who left may be back: only WeCom knows.
        return profile(userId).map(this::save).or(() -> known).orElseGet(() -> save(WeComMember.unknown(userId)));
    }

    /**
     * The member with this userid if we, or WeCom, know an active one. Call it outside a transaction.
     *
     * @throws io.genjin.bot.wecom.WeComSilent when only WeCom could say, and it does not answer: silence is no "no"
     * @throws io.genjin.bot.wecom.WeComRefused when only WeCom could say, and it is busy
     */
    public Optional<Member> find(String userId) {
        Optional<Member> known = members.findByUserId(userId);
        if (known.isPresent()) {
            return known.filter(Member::active);
        }
        return profile(userId).map(this::save).filter(Member::active);
    }

    /** Takes over all departments and members that WeCom shows us; whoever is no longer among them has left. */
    void synchronise() {
        List<WeComDepartment> departments = profiles.departments();
        Map<String, List<Long>> tags = tags();
        List<WeComMember> found = profiles.membersOf(departments, tags);
        if (found.isEmpty()) {
            // An empty answer means a lost permission far more often than a company without people.
            return;
        }
        Set<String> listed = found.stream().map(WeComMember::userId).collect(Collectors.toSet());
        // Whom the application sees as a single person, without their department, is in no department's list.
        List<WeComMember> single = members.active().stream()
                .map(Member::userId)
                .filter(userId -> !listed.contains(userId))
                .flatMap(userId -> profiles.find(userId, tags).stream())
                .toList();
        List<WeComMember> all = Stream.concat(found.stream(), single.stream()).toList();
        Set<String> present = all.stream().map(WeComMember::userId).collect(Collectors.toSet());
        tx.executeWithoutResult(status -> {
            var now = clock.instant();
            members.saveDepartments(departments, now);
            members.saveAllFromWeCom(all, roles, now);
            members.active().stream()
                    .map(Member::userId)
                    .filter(userId -> !present.contains(userId))
                    .forEach(userId -> members.markLeft(userId, now));
        });
    }

    /** Looks at one member again. */
    void refresh(String userId) {
        profile(userId).ifPresent(this::save);
    }

    private Optional<WeComMember> profile(String userId) {
        return profiles.find(userId, tags());
    }

    private Map<String, List<Long>> tags() {
        return profiles.tagsOf(
                java.util.Objects.requireNonNull(properties.rolesByTag()).keySet());
    }

    private Member save(WeComMember profile) {
        return java.util.Objects.requireNonNull(
                tx.execute(status -> members.saveFromWeCom(profile, roles, clock.instant())));
    }
}
