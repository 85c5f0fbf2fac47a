package io.genjin.crm.followup;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FollowUpMapper extends BaseMapper<FollowUpRow> {
    @Select("SELECT * FROM crm_follow_up WHERE draft_id = #{draftId}")
    @Nullable
    FollowUpRow byDraft(String draftId);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_follow_up WHERE draft_id = #{draftId} LOCK IN SHARE MODE")
    @Nullable
    FollowUpRow byDraftShared(String draftId);

    @Select("SELECT * FROM crm_follow_up WHERE lead_id = #{leadId} ORDER BY id DESC")
    List<FollowUpRow> ofLead(String leadId);

    @Update("UPDATE crm_follow_up SET withdrawn_at = #{now} WHERE id = #{id} AND withdrawn_at IS NULL")
    int withdraw(String id, Instant now);

    @Select("""
            SELECT EXISTS (SELECT 1 FROM crm_follow_up
            WHERE lead_id = #{leadId} AND id > #{id} AND withdrawn_at IS NULL)
            """)
    boolean hasLater(String leadId, String id);

    @Select("SELECT EXISTS (SELECT 1 FROM crm_follow_up WHERE lead_id = #{leadId} AND withdrawn_at IS NULL)")
    boolean anyOn(String leadId);

    @Select("""
            SELECT EXISTS (SELECT 1 FROM crm_follow_up
            WHERE lead_id = #{leadId} AND recorded_at > #{moment} AND withdrawn_at IS NULL)
            """)
    boolean anyAfter(String leadId, Instant moment);
}
