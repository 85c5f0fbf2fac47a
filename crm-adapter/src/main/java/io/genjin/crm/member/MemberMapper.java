package io.genjin.crm.member;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MemberMapper extends BaseMapper<MemberRow> {
    @Select("SELECT * FROM crm_member WHERE user_id = #{userId}")
    @Nullable
    MemberRow byUserId(String userId);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_member WHERE user_id = #{userId} LOCK IN SHARE MODE")
    MemberRow byUserIdShared(String userId);

    @Select("SELECT * FROM crm_member WHERE id = #{id} FOR UPDATE")
    MemberRow byIdLocked(String id);

    @Select("SELECT * FROM crm_member ORDER BY name, id")
    List<MemberRow> all();

    @Select("SELECT * FROM crm_member WHERE active ORDER BY name, id")
    List<MemberRow> active();

    /** UNION without ALL takes each member once, so that a circle comes to an end. */
    @Select("""
            WITH RECURSIVE below (id) AS (
                SELECT id FROM crm_member WHERE manager_id = #{managerId}
                UNION
                SELECT m.id FROM crm_member m JOIN below b ON m.manager_id = b.id
            )
            SELECT id FROM below WHERE id <> #{managerId}
            """)
    List<String> below(String managerId);

    /** Writes nulls, too, which updateById would pass over. */
    @Update("""
            UPDATE crm_member
            SET name = #{name}, job_title = #{jobTitle}, roles = #{roles}, main_department = #{mainDepartment},
                direct_leaders = #{directLeaders}, leader_in = #{leaderIn}, active = #{active},
                updated_at = #{updatedAt}
            WHERE id = #{id}
            """)
    int save(MemberRow row);

    @Update("UPDATE crm_member SET user_id = #{newUserId}, updated_at = #{now} WHERE user_id = #{userId}")
    int rename(String userId, String newUserId, Instant now);

    @Update("UPDATE crm_member SET direct_leaders = #{directLeaders} WHERE id = #{id}")
    int setDirectLeaders(String id, String directLeaders);

    @Update("UPDATE crm_member SET active = FALSE, updated_at = #{now} WHERE user_id = #{userId} AND active")
    int markLeft(String userId, Instant now);

    @Update("UPDATE crm_member SET roles = #{roles}, roles_set = TRUE, updated_at = #{now} WHERE id = #{id}")
    int setRoles(String id, String roles, Instant now);

    @Update("UPDATE crm_member SET manager_set_id = #{managerId}, updated_at = #{now} WHERE id = #{id}")
    int setManager(String id, @Nullable String managerId, Instant now);

    @Update("UPDATE crm_member SET manager_id = #{managerId}, updated_at = #{now} WHERE id = #{id}")
    int drawLine(String id, @Nullable String managerId, Instant now);
}
