package io.genjin.crm.chat;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MessageMapper extends BaseMapper<MessageRow> {
    @Select("SELECT * FROM crm_chat_message WHERE source_key = #{sourceKey}")
    @Nullable
    MessageRow bySourceKey(String sourceKey);

    @Select("""
            SELECT * FROM crm_chat_message WHERE thread_id = #{threadId}
            ORDER BY sent_at DESC, id DESC LIMIT #{limit}
            """)
    List<MessageRow> newestFirst(String threadId, int limit);

    @Select("""
            SELECT * FROM crm_chat_message WHERE thread_id = #{threadId} AND sent_at >= #{from}
            ORDER BY sent_at, id LIMIT #{limit}
            """)
    List<MessageRow> since(String threadId, Instant from, int limit);

    @Select("""
            SELECT body FROM crm_chat_message
            WHERE thread_id = #{threadId} AND sent_at BETWEEN #{from} AND #{to}
              AND speaker = #{speaker} AND recalled_at IS NULL
            """)
    List<String> said(String threadId, Speaker speaker, Instant from, Instant to);

    @Select("SELECT MAX(sent_at) FROM crm_chat_message WHERE thread_id = #{threadId}")
    @Nullable
    Instant lastSentAt(String threadId);

    @Update("UPDATE crm_chat_message SET thread_id = #{to} WHERE thread_id = #{from}")
    int moveAll(String from, String to);

    @Update("""
            UPDATE crm_chat_message SET recalled_at = #{at} WHERE source_key = #{sourceKey} AND recalled_at IS NULL
            """)
    int recall(String sourceKey, Instant at);

    @Update("UPDATE crm_chat_message SET signals = #{signals} WHERE id = #{id}")
    int setSignals(String id, String signals);
}
