package io.genjin.crm.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Members in memory; reporting lines are looked up when asked for. */
public class MemoryMemberStore implements MemberStore {
    private final Map<MemberId, Kept> kept = new LinkedHashMap<>();
    private final List<WeComDepartment> departments = new ArrayList<>();

    @Override
    public synchronized Optional<Member> find(MemberId id) {
        return Optional.ofNullable(kept.get(id)).map(this::member);
    }

    @Override
    public synchronized Optional<Member> findByUserId(String userId) {
        return byUserId(userId).map(this::member);
    }

    @Override
    public List<Member> findAll(Collection<MemberId> ids) {
        return list(each -> ids.contains(each.id));
    }

    @Override
    public List<Member> active() {
        return list(each -> each.active);
    }

    @Override
    public List<Member> all() {
        return list(each -> true);
    }

    @Override
    public synchronized Member saveFromWeCom(WeComMember profile, RoleMapping roles, Instant now) {
        Kept member = byUserId(profile.userId()).orElseGet(Kept::new);
        member.userId = profile.userId();
        member.profile = profile;
        member.active = profile.status().mayWork();
        member.roles = member.rolesSet ? roles.withAdmin(profile.userId(), member.roles) : roles.rolesOf(profile);
        kept.put(member.id, member);
        return member(member);
    }

    @Override
    public void saveAllFromWeCom(Collection<WeComMember> profiles, RoleMapping roles, Instant now) {
        profiles.forEach(profile -> saveFromWeCom(profile, roles, now));
    }

    @Override
    public synchronized void saveDepartments(Collection<WeComDepartment> all, Instant now) {
        departments.clear();
        departments.addAll(all);
    }

    @Override
    public synchronized boolean rename(String userId, String newUserId, Instant now) {
        Optional<Kept> member = byUserId(userId);
        if (member.isEmpty() || byUserId(newUserId).isPresent()) {
            return false;
        }
        String from = UserIds.folded(userId);
        String to = UserIds.checked(newUserId);
        member.get().userId = to;
        kept.values().forEach(each -> each.profile = each.leadBy(from, to));
        departments.replaceAll(each ->
                new WeComDepartment(each.id(), each.name(), each.parentId(), replaced(each.leaders(), from, to)));
        return true;
    }

    @Override
    public synchronized boolean markLeft(String userId, Instant now) {
        Optional<Kept> member = byUserId(userId).filter(each -> each.active);
        member.ifPresent(each -> each.active = false);
        return member.isPresent();
    }

    @Override
    public synchronized boolean setRoles(MemberId id, Set<Role> roles, Instant now) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member has at least one role");
        }
        Kept member = kept.get(id);
        if (member == null) {
            return false;
        }
        member.roles = Set.copyOf(roles);
        member.rolesSet = true;
        return true;
    }

    @Override
    public synchronized boolean setManager(MemberId id, @Nullable MemberId managerId, Instant now) {
        Kept member = kept.get(id);
        if (member == null || id.equals(managerId) || (managerId != null && !kept.containsKey(managerId))) {
            return false;
        }
        member.managerSetHere = managerId;
        return true;
    }

    @Override
    public synchronized Set<MemberId> reportsOf(MemberId manager) {
        Set<MemberId> found = new HashSet<>();
        List<MemberId> open = new ArrayList<>(List.of(manager));
        while (!open.isEmpty()) {
            MemberId above = open.remove(0);
            for (Member member : all()) {
                if (above.equals(member.managerId()) && found.add(member.id())) {
                    open.add(member.id());
                }
            }
        }
        found.remove(manager);
        return Set.copyOf(found);
    }

    private synchronized List<Member> list(Predicate<Kept> which) {
        return kept.values().stream()
                .filter(which)
                .map(this::member)
                .sorted(Comparator.comparing(Member::name)
                        .thenComparing(member -> member.id().value()))
                .toList();
    }

    private Optional<Kept> byUserId(String userId) {
        String folded = UserIds.folded(userId);
        return kept.values().stream().filter(each -> each.userId.equals(folded)).findFirst();
    }

    private Member member(Kept each) {
        ReportingLine line =
                new ReportingLine(kept.values().stream().map(Kept::person).toList(), departments);
        return new Member(
                each.id,
                each.userId,
                each.profile.name(),
                each.roles,
                line.managerOf(each.person()).orElse(null),
                each.active);
    }

    private static List<String> replaced(List<String> leaders, String from, String to) {
        return leaders.stream().map(each -> each.equals(from) ? to : each).toList();
    }

    private static final class Kept {
        private final MemberId id = MemberId.next();
        private String userId = "";
        private WeComMember profile = WeComMember.unknown("nobody");
        private Set<Role> roles = Set.of(Role.SALES);
        private boolean rolesSet;
        private boolean active;
        private @Nullable MemberId managerSetHere;

        private ReportingLine.Person person() {
            return new ReportingLine.Person(
                    id,
                    userId,
                    active,
                    profile.mainDepartment(),
                    profile.directLeaders(),
                    profile.leaderInDepartments(),
                    managerSetHere);
        }

        private WeComMember leadBy(String from, String to) {
            return new WeComMember(
                    profile.userId(),
                    profile.name(),
                    profile.departmentIds(),
                    profile.mainDepartment(),
                    replaced(profile.directLeaders(), from, to),
                    profile.leaderInDepartments(),
                    profile.position(),
                    profile.status(),
                    profile.tagIds());
        }
    }
}
