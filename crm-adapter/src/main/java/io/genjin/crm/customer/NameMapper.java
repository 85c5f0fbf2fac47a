package io.genjin.crm.customer;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface NameMapper extends BaseMapper<NameRow> {
    @Select("SELECT * FROM crm_customer_name WHERE name_key = #{key}")
    @Nullable
    NameRow byKey(String key);

    /** Sees what another transaction has just committed, whatever this one has read before. */
    @Select("SELECT * FROM crm_customer_name WHERE name_key = #{key} LOCK IN SHARE MODE")
    NameRow byKeyShared(String key);

    @Delete("DELETE FROM crm_customer_name WHERE customer_id = #{customerId} AND NOT alias")
    int dropMainName(String customerId);

    @Delete("DELETE FROM crm_customer_name WHERE customer_id = #{customerId} AND alias AND name_key = #{key}")
    int dropAlias(String customerId, String key);

    /** Each namesake with its customer once; '!' escapes what LIKE would take for more than itself. */
    @Select("""
            SELECT DISTINCT customer_id FROM crm_customer_name
            WHERE name_key LIKE CONCAT('%', #{part}, '%') ESCAPE '!' LIMIT #{limit}
            """)
    List<String> customersLike(String part, int limit);
}
