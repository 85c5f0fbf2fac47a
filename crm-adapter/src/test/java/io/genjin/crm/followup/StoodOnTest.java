package io.genjin.crm.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Ids;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.lead.LeadId;
import io.genjin.crm.lead.LeadTie;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.MemoryCrm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a feature above leads, such as stage advances, says through its {@link LeadTie}. */
class StoodOnTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final MemberId LI = MemberId.next();

    private final Map<LeadId, Instant> advances = new HashMap<>();
    private final MemoryCrm crm = new MemoryCrm(List.of(new Advances()));
    private final CustomerId east = crm.customers().create("华东", NOW).id();

    @Test
    void aLaterAdvanceKeepsTheFollowUp() {
        FollowUp followUp = record();
        advances.put(followUp.leadId(), NOW.plusSeconds(1));
        assertThat(crm.followUps().withdraw(followUp.id(), LI, NOW.plusSeconds(60)))
                .isEqualTo(Withdrawal.STOOD_ON);
    }

    @Test
    void anEarlierAdvanceKeepsOnlyTheLead() {
        FollowUp followUp = record();
        advances.put(followUp.leadId(), NOW);
        assertThat(crm.followUps().withdraw(followUp.id(), LI, NOW.plusSeconds(60)))
                .isEqualTo(Withdrawal.DONE);
        assertThat(crm.leads().find(followUp.leadId())).isPresent();
    }

    private FollowUp record() {
        NewFollowUp draft = new NewFollowUp(
                Ids.next(),
                null,
                east,
                null,
                LI,
                null,
                Set.of(),
                List.of(),
                null,
                null,
                "报价",
                null,
                LeadFields.unchanged());
        return crm.followUps().record(draft, NOW);
    }

    private final class Advances implements LeadTie {
        @Override
        public boolean hangsOn(LeadId lead) {
            return advances.containsKey(lead);
        }

        @Override
        public boolean happenedAfter(LeadId lead, Instant moment) {
            return hangsOn(lead) && advances.get(lead).isAfter(moment);
        }
    }
}
