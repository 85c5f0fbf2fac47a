package io.genjin.crm.customer;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ContactMapper extends BaseMapper<ContactRow> {
    @Select("SELECT * FROM crm_contact WHERE external_user_id = #{externalUserId}")
    @Nullable
    ContactRow byExternalId(String externalUserId);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_contact WHERE external_user_id = #{externalUserId} FOR UPDATE")
    ContactRow byExternalIdLocked(String externalUserId);

    /**
     * Inserts it, or holds the one that is there. A plain insert that fails would leave a shared lock, and two that
     * have one each and then write come to a deadlock.
     */
    @Insert("""
            INSERT INTO crm_contact (id, customer_id, name, external_user_id, created_at, updated_at)
            VALUES (#{id}, #{customerId}, #{name}, #{externalUserId}, #{createdAt}, #{updatedAt})
            ON DUPLICATE KEY UPDATE external_user_id = #{externalUserId}
            """)
    int insertOrHold(ContactRow row);

    @Select("SELECT * FROM crm_contact WHERE customer_id = #{customerId} ORDER BY id")
    List<ContactRow> ofCustomer(String customerId);

    @Update("UPDATE crm_contact SET name = #{name}, updated_at = #{now} WHERE id = #{id}")
    int rename(String id, String name, Instant now);

    @Update("UPDATE crm_contact SET customer_id = #{customerId}, updated_at = #{now} WHERE id = #{id}")
    int move(String id, String customerId, Instant now);
}
