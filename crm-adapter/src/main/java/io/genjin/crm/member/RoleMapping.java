package io.genjin.crm.member;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles the company's configuration gives to whom; {@link Role#SALES} to those it says nothing of. What an
 * administrator set by hand goes before it, except that {@code admins} always stay administrators.
 *
 * @param admins the userids of {@code genjin.admins}
 */
public record RoleMapping(Set<String> admins, Map<Long, Set<Role>> byDepartment, Map<Long, Set<Role>> byTag) {
    public RoleMapping {
        admins = admins.stream().map(UserIds::folded).collect(Collectors.toUnmodifiableSet());
        byDepartment = Map.copyOf(byDepartment);
        byTag = Map.copyOf(byTag);
    }

    /** Only the first administrators; everybody else is in sales. */
    public static RoleMapping adminsOnly(Collection<String> admins) {
        return new RoleMapping(Set.copyOf(admins), Map.of(), Map.of());
    }

    /** The mapped roles, never empty. */
    public Set<Role> rolesOf(WeComMember profile) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        profile.departmentIds().forEach(id -> roles.addAll(byDepartment.getOrDefault(id, Set.of())));
        profile.tagIds().forEach(id -> roles.addAll(byTag.getOrDefault(id, Set.of())));
        if (roles.isEmpty()) {
            roles.add(Role.SALES);
        }
        return withAdmin(profile.userId(), roles);
    }

    /** These roles, and {@link Role#ADMIN} for one of the configured administrators. */
    public Set<Role> withAdmin(String userId, Set<Role> roles) {
        EnumSet<Role> all = EnumSet.copyOf(roles);
        if (admins.contains(UserIds.folded(userId))) {
            all.add(Role.ADMIN);
        }
        return all;
    }
}
