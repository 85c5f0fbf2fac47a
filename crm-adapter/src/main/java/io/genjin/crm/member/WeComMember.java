package io.genjin.crm.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as WeCom describes them (user/get and user/list, docs 90196 and 90201). userids are folded to lower case.
 *
 * @param mainDepartment null when WeCom names none; the first of {@code departmentIds} then counts
 * @param directLeaders WeCom's direct_leader: the first one is the manager (1 to 5 of them, by age of the API)
 * @param leaderInDepartments those of {@code departmentIds} where is_leader_in_dept is 1
 * @param tagIds the tags they carry, empty when nobody asked for tags
 */
public record WeComMember(
        String userId,
        String name,
        List<Long> departmentIds,
        @Nullable Long mainDepartment,
        List<String> directLeaders,
        List<Long> leaderInDepartments,
        @Nullable String position,
        WeComStatus status,
        List<Long> tagIds) {
    public WeComMember {
        userId = UserIds.checked(userId);
        name = name.isBlank() ? userId : name.strip();
        departmentIds = List.copyOf(departmentIds);
        directLeaders = directLeaders.stream().map(UserIds::folded).toList();
        leaderInDepartments = List.copyOf(leaderInDepartments);
        tagIds = List.copyOf(tagIds);
        if (mainDepartment == null && !departmentIds.isEmpty()) {
            mainDepartment = departmentIds.get(0);
        }
    }

    /** Somebody of whom only the userid is known yet, such as an unknown sender the API does not let us see. */
    public static WeComMember unknown(String userId) {
        return new WeComMember(
                userId, "", List.of(), null, List.of(), List.of(), null, WeComStatus.ACTIVATED, List.of());
    }
}
