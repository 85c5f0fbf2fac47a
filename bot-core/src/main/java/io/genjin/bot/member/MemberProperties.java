package io.genjin.bot.member;

import io.genjin.crm.member.Role;
import io.genjin.crm.member.RoleMapping;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param rolesByDepartment WeCom department id to roles, for example {@code genjin.member.roles-by-department.3=PRESALES}
 * @param rolesByTag WeCom tag id to roles
 * @param syncAt time of the nightly synchronisation in Asia/Shanghai
 */
@ConfigurationProperties("genjin.member")
record MemberProperties(
        @Nullable Map<Long, Set<Role>> rolesByDepartment,
        @Nullable Map<Long, Set<Role>> rolesByTag,
        @DefaultValue("02:37") LocalTime syncAt) {

    MemberProperties {
        rolesByDepartment = rolesByDepartment == null ? Map.of() : Map.copyOf(rolesByDepartment);
        rolesByTag = rolesByTag == null ? Map.of() : Map.copyOf(rolesByTag);
    }

    /** @param admins {@code genjin.admins}: userids separated by commas */
    RoleMapping mapping(String admins) {
        Set<String> ids = Arrays.stream(admins.split("[,;\\s]+"))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
        return new RoleMapping(
                ids, java.util.Objects.requireNonNull(rolesByDepartment), java.util.Objects.requireNonNull(rolesByTag));
    }
}
