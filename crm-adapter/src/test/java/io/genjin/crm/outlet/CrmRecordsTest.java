package io.genjin.crm.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.genjin.crm.Ids;
import io.genjin.crm.Yuan;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.ContactId;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.followup.LeadFields;
import io.genjin.crm.followup.NewFollowUp;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.NewLead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.Stage;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.MemoryCrm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CrmRecordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final MemoryCrm crm = new MemoryCrm();
    private final CustomerId east = crm.customers().create("华东", NOW).id();

    @Test
    void aLeadGoesOutWithItsStageAndPlainAmounts() {
        Stage stage = crm.pipeline().current().first();
        NextContact next = NextContact.at(LocalDate.of(2026, 11, 24), LocalTime.of(15, 0));
        Lead lead = crm.leads()
                .create(new NewLead(east, null, MemberId.next(), stage.id(), next, "报价", Yuan.of("128000.5")), NOW);
        CrmRecord record = CrmRecords.of(lead, stage);
        assertThat(record.id()).isEqualTo(lead.id().value());
        assertThat(record.fields())
                .containsEntry("stage", "初步接触")
                .containsEntry("stageKind", "OPEN")
                .containsEntry("expectedAmountYuan", "128000.5")
                .containsEntry("nextContactAt", "2026-11-24T07:00:00Z")
                .containsEntry("contactId", null);
    }

    @Test
    void aWithdrawnFollowUpGoesOutAsALaterChange() {
        MemberId li = MemberId.next();
        NewFollowUp draft = new NewFollowUp(
                Ids.next(),
                null,
                east,
                null,
                li,
                null,
                Set.of(),
                List.of("要报价"),
                null,
                null,
                "报价",
                null,
                LeadFields.unchanged());
        var followUp = crm.followUps().record(draft, NOW);
        crm.followUps().withdraw(followUp.id(), li, NOW.plusSeconds(60));
        CrmRecord before = CrmRecords.of(followUp);
        CrmRecord after = CrmRecords.of(crm.followUpStore().require(followUp.id()));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.changedAt()).isAfter(before.changedAt());
        assertThat(after.fields()).containsEntry("withdrawnAt", "2026-11-23T06:01:00Z");
    }

    @Test
    void everyRecordCanBeWrittenAsJson() {
        JsonMapper json = JsonMapper.builder().build();
        Customer customer = crm.customers().require(east);
        Contact contact = new Contact(ContactId.next(), east, "王总", "wm1");
        assertThat(json.writeValueAsString(CrmRecords.of(customer, NOW).fields()))
                .contains("\"level\":null");
        assertThat(json.writeValueAsString(CrmRecords.of(contact, NOW).fields()))
                .contains("\"externalUserId\":\"wm1\"");
    }
}
