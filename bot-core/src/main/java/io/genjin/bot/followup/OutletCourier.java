package io.genjin.bot.followup;

import io.genjin.bot.outbox.Courier;
import io.genjin.bot.outbox.Delivery;
import io.genjin.bot.outbox.Push;
import io.genjin.bot.outbox.PushKind;
import io.genjin.crm.outlet.CrmOutlet;
import io.genjin.crm.outlet.CrmRecord;
import io.genjin.crm.outlet.OutsideStore;
import io.genjin.crm.outlet.PushOutcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Carries records to outside CRMs; repeats are harmless, because an outlet recognises our id. */
@Component
class OutletCourier implements Courier {
    private final List<CrmOutlet> outlets;
    private final OutsideStore outside;
    private final TransactionTemplate tx;
    private final JsonMapper json;
    private final InstantSource clock;

    OutletCourier(
            List<CrmOutlet> outlets,
            OutsideStore outside,
            TransactionTemplate tx,
            JsonMapper json,
            InstantSource clock) {
        this.outlets = List.copyOf(outlets);
        this.outside = outside;
        this.tx = tx;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<PushKind> kinds() {
        return Set.of(PushKind.OUTLET);
    }

    @Override
    public Delivery deliver(Push push) {
        String name = push.recipient().outletName().orElse("");
        Optional<CrmOutlet> outlet =
                outlets.stream().filter(known -> known.name().equals(name)).findFirst();
        if (outlet.isEmpty()) {
            return new Delivery.Dropped("this outside CRM is not configured any more");
        }
        CrmRecord record = json.readValue(push.body(), CrmRecord.class);
        return outlet.get()
                .push(record)
                .fold(
                        accepted -> accepted(name, record, accepted),
                        later -> new Delivery.Later(later.why(), true),
                        refused -> new Delivery.Refused(refused.why()));
    }

    private Delivery accepted(String outlet, CrmRecord record, PushOutcome.Accepted accepted) {
        String outsideId = accepted.outsideId();
        if (outsideId != null) {
            tx.executeWithoutResult(
                    status -> outside.remember(outlet, record.kind(), record.id(), outsideId, clock.instant()));
        }
        return new Delivery.Sent(Optional.empty(), Optional.empty(), true);
    }
}
