package io.genjin.bot.followup;

import io.genjin.bot.capture.DraftConfirmed;
import io.genjin.bot.capture.DraftUndone;
import io.genjin.bot.outbox.Outbox;
import io.genjin.bot.outbox.Recipient;
import io.genjin.crm.customer.CustomerStore;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.lead.LeadStore;
import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.outlet.CrmOutlet;
import io.genjin.crm.outlet.CrmRecord;
import io.genjin.crm.outlet.CrmRecords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    private void feed(FollowUp followUp) {
        if (outlets.isEmpty()) {
            return;
        }
        List<CrmRecord> records = new ArrayList<>();
        leads.find(followUp.leadId()).ifPresent(lead -> {
            records.add(CrmRecords.of(customers.require(lead.customerId()), clock.instant()));
            records.add(CrmRecords.of(lead, pipeline.current().require(lead.stageId())));
        });
        records.add(CrmRecords.of(followUp));
        for (CrmOutlet outlet : outlets) {
            for (CrmRecord record : records) {
                outbox.toOutlet(
                        "outlet:" + outlet.name() + ":" + record.kind() + ":" + record.id() + ":"
                                + record.changedAt().toEpochMilli() + ":" + followUp.isWithdrawn(),
                        Recipient.outlet(outlet.name()),
                        json.writeValueAsString(record));
            }
        }
    }
}
