package io.genjin.crm.lead;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface LeadMapper extends BaseMapper<LeadRow> {
    @Select("SELECT * FROM crm_lead WHERE id = #{id} FOR UPDATE")
    @Nullable
    LeadRow locked(String id);

    @Update("""
            UPDATE crm_lead
            SET customer_id = #{row.customerId}, contact_id = #{row.contactId}, owner_id = #{row.ownerId},
                stage_id = #{row.stageId}, next_contact_at = #{row.nextContactAt},
                next_contact_has_time = #{row.nextContactHasTime}, core_need = #{row.coreNeed},
                expected_amount = #{row.expectedAmount}, version = version + 1, updated_at = #{now}
            WHERE id = #{row.id} AND version = #{expectedVersion}
            """)
    int change(LeadRow row, int expectedVersion, Instant now);

    @Select("""
            SELECT l.* FROM crm_lead l JOIN crm_stage s ON s.id = l.stage_id
            WHERE l.customer_id = #{customerId} AND l.owner_id = #{ownerId} AND s.kind = 'OPEN'
            ORDER BY l.id DESC LIMIT 1
            """)
    @Nullable
    LeadRow newestOpenOfOwner(String customerId, String ownerId);

    @Select("""
            SELECT l.* FROM crm_lead l JOIN crm_stage s ON s.id = l.stage_id
            WHERE l.customer_id = #{customerId} AND s.kind = 'OPEN'
            ORDER BY l.id DESC LIMIT 1
            """)
    @Nullable
    LeadRow newestOpen(String customerId);

    @Delete("""
            DELETE FROM crm_lead
            WHERE id = #{id} AND version = #{expectedVersion}
              AND NOT EXISTS (SELECT 1 FROM crm_lead_risk r WHERE r.lead_id = #{id})
            """)
    int removeWithoutRisks(String id, int expectedVersion);

    @Insert("""
            INSERT INTO crm_lead_risk (lead_id, noted_at, kind, words) VALUES (#{leadId}, #{at}, #{kind}, #{words})
            """)
    int addRisk(String leadId, RiskKind kind, String words, Instant at);

    @Select("SELECT * FROM crm_lead_risk WHERE lead_id = #{leadId} ORDER BY noted_at DESC, kind")
    List<RiskRow> risksOf(String leadId);
}
