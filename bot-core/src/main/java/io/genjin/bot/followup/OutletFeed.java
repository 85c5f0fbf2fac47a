package io.genjin.bot.followup;

import io.genjin.bot.capture.DraftConfirmed;
import io.genjin.bot.capture.DraftUndone;
import io.genjin.bot.lead.LeadCreated;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.outbox.Recipient;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.outlet.CrmOutlet;
import io.genjin.crm.outlet.CrmRecord;
import io.genjin.crm.outlet.CrmRecords;
import io.genjin.crm.outlet.RecordKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Feeds outside CRMs with what was recorded, through the outbox. Runs in the transaction that records it. */
@Component
class OutletFeed {
    private final List<CrmOutlet> outlets;
    private final CustomerStore customers;
    private final LeadStore leads;
    private final PipelineStore pipeline;
    private final Outbox outbox;
    private final JsonMapper json;
    private final InstantSource clock;

    OutletFeed(
            List<CrmOutlet> outlets,
            CustomerStore customers,
            LeadStore leads,
            PipelineStore pipeline,
            Outbox outbox,
            JsonMapper json,
            InstantSource clock) {
        this.outlets = List.copyOf(outlets);
        this.customers = customers;
        this.leads = leads;
        this.pipeline = pipeline;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(DraftConfirmed confirmed) {
        feed(confirmed.followUp());
    }

    @EventListener
    void on(DraftUndone undone) {
        feed(undone.followUp());
    }

    @EventListener
    void on(LeadCreated created) {
        if (!outlets.isEmpty()) {
            push(recordsOf(created.lead()), "");
        }
    }

    private void feed(FollowUp followUp) {
        if (outlets.isEmpty()) {
            return;
        }
        Optional<Lead> lead = leads.find(followUp.leadId());
        List<CrmRecord> records =
                new ArrayList<>(lead.map(this::recordsOf).orElseGet(() -> List.of(removed(followUp))));
        records.add(CrmRecords.of(followUp));
        push(records, ":" + followUp.isWithdrawn());
    }

    private List<CrmRecord> recordsOf(Lead lead) {
        return List.of(
                CrmRecords.of(customers.require(lead.customerId()), clock.instant()),
                CrmRecords.of(lead, pipeline.current().require(lead.stageId())));
    }

    /** The lead that a follow-up made goes when the follow-up is taken back. */
    private CrmRecord removed(FollowUp followUp) {
        Instant at = followUp.withdrawnAt() == null ? clock.instant() : followUp.withdrawnAt();
        return new CrmRecord(RecordKind.LEAD, followUp.leadId().value(), at, Map.of("removed", true));
    }

    private void push(List<CrmRecord> records, String occasion) {
        for (CrmOutlet outlet : outlets) {
            for (CrmRecord record : records) {
                outbox.toOutlet(
                        "outlet:" + outlet.name() + ":" + record.kind() + ":" + record.id() + ":"
                                + record.changedAt().toEpochMilli() + occasion,
                        Recipient.outlet(outlet.name()),
                        json.writeValueAsString(record));
            }
        }
    }
}
