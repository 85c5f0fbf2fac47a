package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Ids;
import io.genjin.crm.outlet.OutsideStore;
import io.genjin.crm.outlet.RecordKind;
import io.genjin.crm.testing.TestCrm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OutsideContract {
    private OutsideStore outside;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        outside = crm().outside();
    }

    @Test
    void anOutsideIdIsFoundBothWaysAndTheLaterWordCounts() {
        String lead = Ids.next();
        outside.remember("crm", RecordKind.LEAD, lead, "A-1", NOW);
        outside.remember("crm", RecordKind.LEAD, lead, "A-2", NOW);
        assertThat(outside.outsideId("crm", RecordKind.LEAD, lead)).contains("A-2");
        assertThat(outside.ourId("crm", RecordKind.LEAD, "A-2")).contains(lead);
        assertThat(outside.ourId("crm", RecordKind.LEAD, "A-1")).isEmpty();
        assertThat(outside.outsideId("other", RecordKind.LEAD, lead)).isEmpty();
        assertThat(outside.outsideId("crm", RecordKind.CUSTOMER, lead)).isEmpty();
    }

    @Test
    void aCursorMovesOnlyFromWhereItWas() {
        assertThat(outside.cursor("in")).isEmpty();
        assertThat(outside.moveCursor("in", "1", "2", NOW)).isFalse();
        assertThat(outside.moveCursor("in", null, "1", NOW)).isTrue();
        assertThat(outside.moveCursor("in", null, "1", NOW)).isFalse();
        assertThat(outside.moveCursor("in", "1", "2", NOW)).isTrue();
        assertThat(outside.moveCursor("in", "1", "3", NOW)).isFalse();
        assertThat(outside.cursor("in")).contains("2");
    }
}
