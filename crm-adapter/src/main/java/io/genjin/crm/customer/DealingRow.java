package io.genjin.crm.customer;

import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of crm_dealing, filled by MyBatis. */
@NullUnmarked
class DealingRow {
    String customerId;
    Instant lastAt;
}
