package io.genjin.crm.customer;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface NameMapper extends BaseMapper<NameRow> {
    @Select("SELECT * FROM crm_customer_name WHERE name_key = #{key}")
    @Nullable
    NameRow byKey(String key);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_customer_name WHERE name_key = #{key} FOR UPDATE")
    NameRow byKeyLocked(String key);

    /**
     * Inserts it, or holds the one that is there. A plain insert that fails would leave a shared lock, and two that
     * have one each and then write come to a deadlock.
     */
    @Insert("""
            INSERT INTO crm_customer_name (name_key, customer_id, name, alias, created_at)
            VALUES (#{nameKey}, #{customerId}, #{name}, #{alias}, #{createdAt})
            ON DUPLICATE KEY UPDATE name_key = #{nameKey}
            """)
    int insertOrHold(NameRow row);

    @Delete("DELETE FROM crm_customer_name WHERE customer_id = #{customerId} AND NOT alias")
    int dropMainName(String customerId);

    @Delete("DELETE FROM crm_customer_name WHERE customer_id = #{customerId} AND alias AND name_key = #{key}")
    int dropAlias(String customerId, String key);

    /** Each customer once, however many of its names match; '!' escapes what LIKE would take for more than itself. */
    @Select("""
            SELECT customer_id FROM crm_customer_name
            WHERE name_key LIKE CONCAT('%', #{part}, '%') ESCAPE '!'
            GROUP BY customer_id ORDER BY MIN(name) LIMIT #{limit}
            """)
    List<String> customersLike(String part, int limit);
}
