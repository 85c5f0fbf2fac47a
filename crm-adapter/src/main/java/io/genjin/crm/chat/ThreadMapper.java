package io.genjin.crm.chat;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ThreadMapper extends BaseMapper<ThreadRow> {
    @Select("SELECT * FROM crm_chat_thread WHERE party_key = #{key}")
    @Nullable
    ThreadRow byParties(String key);

    @Select("SELECT * FROM crm_chat_thread WHERE id = #{id} FOR UPDATE")
    @Nullable
    ThreadRow byIdLocked(String id);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_chat_thread WHERE party_key = #{key} FOR UPDATE")
    ThreadRow byPartiesLocked(String key);

    /**
     * Inserts it, or holds the one that is there. A plain insert that fails would leave a shared lock, and two that
     * have one each and then write come to a deadlock.
     */
    @Insert("""
            INSERT INTO crm_chat_thread (id, party_key, customer_id, contact_id, member_id, created_at)
            VALUES (#{id}, #{partyKey}, #{customerId}, #{contactId}, #{memberId}, #{createdAt})
            ON DUPLICATE KEY UPDATE party_key = #{partyKey}
            """)
    int insertOrHold(ThreadRow row);

    /** Those without a message yet come last. */
    @Select("""
            SELECT * FROM crm_chat_thread WHERE customer_id = #{customerId}
            ORDER BY last_message_at IS NULL, last_message_at DESC, id DESC
            """)
    List<ThreadRow> ofCustomer(String customerId);

    @Update("""
            UPDATE crm_chat_thread SET member_id = #{memberId}, party_key = #{key}
            WHERE id = #{id} AND member_id IS NULL
            """)
    int assign(String id, String memberId, String key);

    @Update("UPDATE crm_chat_thread SET last_message_at = NULL WHERE id = #{id}")
    int emptied(String id);

    @Update("""
            UPDATE crm_chat_thread SET last_message_at = GREATEST(COALESCE(last_message_at, #{at}), #{at})
            WHERE id = #{id}
            """)
    int spoken(String id, Instant at);

    @Update("UPDATE crm_chat_thread SET customer_id = #{customerId} WHERE contact_id = #{contactId}")
    int contactMoved(String contactId, String customerId);
}
