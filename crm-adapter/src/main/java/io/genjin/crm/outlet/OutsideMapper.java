package io.genjin.crm.outlet;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface OutsideMapper {
    @Insert("""
            INSERT INTO crm_outside_id (outlet, kind, our_id, outside_id, updated_at)
            VALUES (#{outlet}, #{kind}, #{ourId}, #{outsideId}, #{now})
            ON DUPLICATE KEY UPDATE outside_id = VALUES(outside_id), updated_at = VALUES(updated_at)
            """)
    int remember(String outlet, RecordKind kind, String ourId, String outsideId, Instant now);

    @Select("""
            SELECT outside_id FROM crm_outside_id
            WHERE outlet = #{outlet} AND kind = #{kind} AND our_id = #{ourId}
            """)
    @Nullable
    String outsideId(String outlet, RecordKind kind, String ourId);

    @Select("""
            SELECT our_id FROM crm_outside_id
            WHERE outlet = #{outlet} AND kind = #{kind} AND outside_id = #{outsideId}
            ORDER BY updated_at DESC LIMIT 1
            """)
    List<String> ourIds(String outlet, RecordKind kind, String outsideId);

    @Select("SELECT reached FROM crm_inlet_cursor WHERE inlet = #{inlet}")
    @Nullable
    String cursor(String inlet);

    @Insert("INSERT INTO crm_inlet_cursor (inlet, reached, updated_at) VALUES (#{inlet}, #{to}, #{now})")
    int beginCursor(String inlet, String to, Instant now);

    @Update("""
            UPDATE crm_inlet_cursor SET reached = #{to}, updated_at = #{now}
            WHERE inlet = #{inlet} AND reached = #{from}
            """)
    int moveCursor(String inlet, String from, String to, Instant now);
}
