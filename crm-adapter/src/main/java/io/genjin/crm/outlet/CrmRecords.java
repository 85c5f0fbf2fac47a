package io.genjin.crm.outlet;

import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.Customer;
import io.genjin.crm.followup.FollowUp;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our records as they go outside: ids of ours, instants in ISO 8601, amounts as plain text. */
public final class CrmRecords {
    private CrmRecords() {}

    public static CrmRecord of(Customer customer, Instant changedAt) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", customer.name());
        fields.put("aliases", customer.aliases());
        fields.put("industry", customer.industry());
        fields.put("level", text(customer.level()));
        fields.put("purchaseCount", customer.purchaseCount());
        return new CrmRecord(RecordKind.CUSTOMER, customer.id().value(), changedAt, fields);
    }

    public static CrmRecord of(Contact contact, Instant changedAt) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("customerId", contact.customerId().value());
        fields.put("name", contact.name());
        fields.put("externalUserId", contact.externalUserId());
        return new CrmRecord(RecordKind.CONTACT, contact.id().value(), changedAt, fields);
    }

    /** @param stage the one that the lead is in */
    public static CrmRecord of(Lead lead, Stage stage) {
        NextContact next = lead.nextContact();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("customerId", lead.customerId().value());
        fields.put(
                "contactId", lead.contactId() == null ? null : lead.contactId().value());
        fields.put("ownerId", lead.ownerId().value());
        fields.put("stage", stage.name());
        fields.put("stageKind", stage.kind().name());
        fields.put("nextContactAt", next == null ? null : next.at().toString());
        fields.put("nextContactHasTime", next == null ? null : next.hasTime());
        fields.put("coreNeed", lead.coreNeed());
        fields.put("expectedAmountYuan", text(lead.expectedAmount()));
        fields.put("version", lead.version());
        return new CrmRecord(RecordKind.LEAD, lead.id().value(), lead.updatedAt(), fields);
    }

    public static CrmRecord of(FollowUp followUp) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("leadId", followUp.leadId().value());
        fields.put("memberId", followUp.memberId().value());
        fields.put(
                "intents", followUp.intents().stream().sorted().map(Enum::name).toList());
        fields.put("keyPoints", followUp.keyPoints());
        fields.put("objection", followUp.objection());
        fields.put("nextAction", followUp.nextAction());
        fields.put("quote", followUp.quote());
        fields.put("amountYuan", text(followUp.amount()));
        fields.put("recordedAt", followUp.recordedAt().toString());
        fields.put("withdrawnAt", text(followUp.withdrawnAt()));
        Instant withdrawn = followUp.withdrawnAt();
        Instant changedAt = withdrawn == null ? followUp.recordedAt() : withdrawn;
        return new CrmRecord(RecordKind.FOLLOW_UP, followUp.id().value(), changedAt, fields);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
