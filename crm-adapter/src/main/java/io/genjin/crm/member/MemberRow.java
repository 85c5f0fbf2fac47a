package io.genjin.crm.member;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.genjin.crm.storage.JsonText;
import io.genjin.crm.storage.NameList;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_member, filled by MyBatis. */
@NullUnmarked
@TableName("crm_member")
class MemberRow {
    @TableId(type = IdType.INPUT)
    String id;

    String userId;
    String name;
    String jobTitle;
    String roles;
    boolean rolesSet;
    Long mainDepartment;
    String directLeaders;
    String leaderIn;
    String managerSetId;
    String managerId;
    boolean active;
    Instant createdAt;
    Instant updatedAt;

    static MemberRow of(WeComMember profile, Set<Role> roles, Instant now) {
        MemberRow row = new MemberRow();
        row.id = MemberId.next().value();
        row.createdAt = now;
        row.roles = NameList.of(roles);
        row.take(profile, now);
        return row;
    }

    void take(WeComMember profile, Instant now) {
        userId = profile.userId();
        name = profile.name();
        jobTitle = profile.position();
        mainDepartment = profile.mainDepartment();
        directLeaders = JsonText.of(profile.directLeaders());
        leaderIn = JsonText.of(profile.leaderInDepartments());
        active = profile.status().mayWork();
        updatedAt = now;
    }

    /** Whether somebody's reporting line may run differently through this profile. */
    boolean linesDifferIn(WeComMember profile) {
        return active != profile.status().mayWork()
                || !Objects.equals(mainDepartment, profile.mainDepartment())
                || !leaders().equals(profile.directLeaders())
                || !ledDepartments().equals(profile.leaderInDepartments());
    }

    List<String> leaders() {
        return JsonText.list(directLeaders, String.class);
    }

    private List<Long> ledDepartments() {
        return JsonText.list(leaderIn, Long.class);
    }

    Set<Role> roleSet() {
        return NameList.set(roles, Role.class);
    }

    Member toMember() {
        return new Member(
                new MemberId(id), userId, name, roleSet(), managerId == null ? null : new MemberId(managerId), active);
    }

    ReportingLine.Person toPerson() {
        return new ReportingLine.Person(
                new MemberId(id),
                userId,
                active,
                mainDepartment,
                leaders(),
                ledDepartments(),
                managerSetId == null ? null : new MemberId(managerSetId));
    }
}
