package io.genjin.crm.member;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DepartmentMapper {
    @Select("SELECT id, name, parent_id, leaders FROM crm_department")
    List<DepartmentRow> all();

    /** Waits for whoever else changes the org chart. */
    @Update("UPDATE crm_org_chart SET changed_at = #{now} WHERE id = 1")
    int hold(Instant now);

    @Delete("DELETE FROM crm_department")
    int clear();

    @Insert("""
            INSERT INTO crm_department (id, name, parent_id, leaders, updated_at)
            VALUES (#{id}, #{name}, #{parentId}, #{leaders}, #{now})
            """)
    int insert(long id, String name, long parentId, String leaders, Instant now);

    @Update("UPDATE crm_department SET leaders = #{leaders} WHERE id = #{id}")
    int setLeaders(long id, String leaders);
}
