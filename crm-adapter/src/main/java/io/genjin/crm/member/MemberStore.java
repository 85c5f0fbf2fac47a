package io.genjin.crm.member;

import io.genjin.crm.NoSuchRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The company's members. Whatever changes who reports to whom works the reporting line out anew in the same
 * transaction. All calls join the caller's transaction.
 */
public interface MemberStore {
    Optional<Member> find(MemberId id);

    /** @throws NoSuchRecord when there is none */
    default Member require(MemberId id) {
        return find(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** By WeCom's userid in any case. Leavers are found, too. */
    Optional<Member> findByUserId(String userId);

    /** Those of these that exist, in no particular order. */
    List<Member> findAll(Collection<MemberId> ids);

    /** Everybody who has not left, by name. */
    List<Member> active();

    /** Everybody there ever was, by name. */
    List<Member> all();

    /**
     * Takes over what WeCom says, as a new member or into the one with this userid. Roles and a manager that an
     * administrator set are kept. Two threads that meet somebody new at once make one member.
     */
    Member saveFromWeCom(WeComMember profile, RoleMapping roles, Instant now);

    /** The same for many, with one look at the reporting lines at the end; for the nightly run. */
    void saveAllFromWeCom(Collection<WeComMember> profiles, RoleMapping roles, Instant now);

    /** Replaces the department tree that reporting lines are found with. */
    void saveDepartments(Collection<WeComDepartment> departments, Instant now);

    /**
     * WeCom's NewUserID.
     *
     * @return false when nobody has the old userid, or somebody already has the new one
     */
    boolean rename(String userId, String newUserId, Instant now);

    /** @return false when nobody active has this userid */
    boolean markLeft(String userId, Instant now);

    /**
     * An administrator's word, which synchronisation keeps.
     *
     * @param roles not empty
     * @return false when there is no such member
     */
    boolean setRoles(MemberId id, Set<Role> roles, Instant now);

    /**
     * An administrator's word for where WeCom names no manager; null takes it back.
     *
     * @return false when there is no such member, or the manager would be the member
     */
    boolean setManager(MemberId id, @Nullable MemberId managerId, Instant now);

    /** Everybody below this member, however far, without the member; a circle in the data ends the walk. */
    Set<MemberId> reportsOf(MemberId manager);
}
