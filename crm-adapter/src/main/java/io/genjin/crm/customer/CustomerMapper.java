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
interface CustomerMapper extends BaseMapper<CustomerRow> {
    @Select("SELECT * FROM crm_customer WHERE id = #{id} FOR UPDATE")
    @Nullable
    CustomerRow locked(String id);

    @Update("UPDATE crm_customer SET name = #{name}, updated_at = #{now} WHERE id = #{id}")
    int rename(String id, String name, Instant now);

    @Update("""
            UPDATE crm_customer
            SET industry = #{industry}, level = #{level}, purchase_count = #{purchaseCount}, updated_at = #{now}
            WHERE id = #{id}
            """)
    int describe(String id, @Nullable String industry, @Nullable Level level, int purchaseCount, Instant now);

    @Insert("""
            INSERT INTO crm_dealing (member_id, customer_id, last_at) VALUES (#{rep}, #{id}, #{at})
            ON DUPLICATE KEY UPDATE last_at = GREATEST(last_at, VALUES(last_at))
            """)
    int dealtWith(String id, String rep, Instant at);

    @Select("""
            SELECT customer_id, last_at FROM crm_dealing WHERE member_id = #{rep}
            ORDER BY last_at DESC, customer_id DESC LIMIT #{limit}
            """)
    List<DealingRow> dealings(String rep, int limit);
}
