package io.genjin.crm.customer;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_customer, filled by MyBatis. */
@NullUnmarked
@TableName("crm_customer")
class CustomerRow {
    @TableId(type = IdType.INPUT)
    String id;

    String name;
    String industry;
    Level level;
    int purchaseCount;
    Instant createdAt;
    Instant updatedAt;

    static CustomerRow of(CustomerId id, String name, Instant now) {
        CustomerRow row = new CustomerRow();
        row.id = id.value();
        row.name = name;
        row.createdAt = now;
        row.updatedAt = now;
        return row;
    }

    Customer toCustomer(List<String> aliases) {
        return new Customer(new CustomerId(id), name, aliases, industry, level, purchaseCount);
    }
}
