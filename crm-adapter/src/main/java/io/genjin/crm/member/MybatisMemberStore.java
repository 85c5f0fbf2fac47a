package io.genjin.crm.member;

import io.genjin.crm.storage.JsonText;
import io.genjin.crm.storage.NameList;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MybatisMemberStore implements MemberStore {
    private final MemberMapper members;
    private final DepartmentMapper departments;
    private final ReportingLines lines;

    MybatisMemberStore(MemberMapper members, DepartmentMapper departments) {
        this.members = members;
        this.departments = departments;
        this.lines = new ReportingLines(members, departments);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(members.selectById(id.value())).map(MemberRow::toMember);
    }

    @Override
    public Optional<Member> findByUserId(String userId) {
        return Optional.ofNullable(members.byUserId(UserIds.folded(userId))).map(MemberRow::toMember);
    }

    @Override
    public List<Member> findAll(Collection<MemberId> ids) {
        return ids.isEmpty()
                ? List.of()
                : toMembers(members.selectByIds(
                        ids.stream().map(MemberId::value).distinct().toList()));
    }

    @Override
    public List<Member> active() {
        return toMembers(members.active());
    }

    @Override
    public List<Member> all() {
        return toMembers(members.all());
    }

    @Override
    @Transactional
    public Member saveFromWeCom(WeComMember profile, RoleMapping roles, Instant now) {
        departments.hold(now);
        Saved saved = save(profile, roles, now);
        if (saved.linesDiffer()) {
            lines.redraw(now);
        }
        return require(new MemberId(saved.id()));
    }

    @Override
    @Transactional
    public void saveAllFromWeCom(Collection<WeComMember> profiles, RoleMapping roles, Instant now) {
        departments.hold(now);
        profiles.forEach(profile -> save(profile, roles, now));
        lines.redraw(now);
    }

    @Override
    @Transactional
    public void saveDepartments(Collection<WeComDepartment> all, Instant now) {
        departments.hold(now);
        departments.clear();
        all.forEach(
                each -> departments.insert(each.id(), each.name(), each.parentId(), JsonText.of(each.leaders()), now));
        lines.redraw(now);
    }

    @Override
    @Transactional
    public boolean rename(String userId, String newUserId, Instant now) {
        String from = UserIds.folded(userId);
        String to = UserIds.checked(newUserId);
        departments.hold(now);
        try {
            if (members.rename(from, to, now) == 0) {
                return false;
            }
        } catch (DuplicateKeyException taken) {
            return false;
        }
        lines.renameLeader(from, to, now);
        return true;
    }

    @Override
    @Transactional
    public boolean markLeft(String userId, Instant now) {
        departments.hold(now);
        boolean left = members.markLeft(UserIds.folded(userId), now) == 1;
        if (left) {
            lines.redraw(now);
        }
        return left;
    }

    @Override
    public boolean setRoles(MemberId id, Set<Role> roles, Instant now) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member has at least one role");
        }
        return members.setRoles(id.value(), NameList.of(roles), now) == 1;
    }

    @Override
    @Transactional
    public boolean setManager(MemberId id, @Nullable MemberId managerId, Instant now) {
        departments.hold(now);
        if (id.equals(managerId) || (managerId != null && find(managerId).isEmpty())) {
            return false;
        }
        boolean set = members.setManager(id.value(), managerId == null ? null : managerId.value(), now) == 1;
        if (set) {
            lines.redraw(now);
        }
        return set;
    }

    @Override
    public Set<MemberId> reportsOf(MemberId manager) {
        return members.below(manager.value()).stream().map(MemberId::new).collect(Collectors.toUnmodifiableSet());
    }

    private Saved save(WeComMember profile, RoleMapping mapping, Instant now) {
        MemberRow known = members.byUserId(profile.userId());
        if (known == null) {
            MemberRow fresh = MemberRow.of(profile, mapping.rolesOf(profile), now);
            try {
                members.insert(fresh);
                return new Saved(fresh.id, true);
            } catch (DuplicateKeyException metElsewhereJustNow) {
                return new Saved(members.byUserIdShared(profile.userId()).id, false);
            }
        }
        MemberRow row = members.byIdLocked(known.id);
        boolean linesDiffer = row.linesDifferIn(profile);
        Set<Role> roles = row.rolesSet ? mapping.withAdmin(profile.userId(), row.roleSet()) : mapping.rolesOf(profile);
        row.roles = NameList.of(roles);
        row.take(profile, now);
        members.save(row);
        return new Saved(row.id, linesDiffer);
    }

    private static List<Member> toMembers(List<MemberRow> rows) {
        return rows.stream().map(MemberRow::toMember).toList();
    }

    private record Saved(String id, boolean linesDiffer) {}
}
