package io.genjin.crm.followup;

import io.genjin.crm.Yuan;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.lead.Lead;
import io.genjin.crm.lead.StageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a lead's fields are read and written as the texts of a {@link FieldChange}. The customer's name is not the lead's. */
final class FieldValues {
    private static final List<LeadField> OF_LEAD = List.of(
            LeadField.CUSTOMER,
            LeadField.STAGE,
            LeadField.NEXT_CONTACT_AT,
            LeadField.CORE_NEED,
            LeadField.EXPECTED_AMOUNT);

    private FieldValues() {}

    static @Nullable String read(Lead lead, LeadField field) {
        return switch (field) {
            case CUSTOMER_NAME -> throw new IllegalArgumentException("not a field of the lead");
            case CUSTOMER -> lead.customerId().value();
            case STAGE -> lead.stageId().value();
            case NEXT_CONTACT_AT -> ContactTimeText.of(lead.nextContact());
            case CORE_NEED -> lead.coreNeed();
            case EXPECTED_AMOUNT ->
                lead.expectedAmount() == null ? null : lead.expectedAmount().toString();
        };
    }

    /** A null for the customer or the stage, which every lead has, changes nothing. */
    static Lead write(Lead lead, LeadField field, @Nullable String value) {
        return switch (field) {
            case CUSTOMER_NAME -> throw new IllegalArgumentException("not a field of the lead");
            case CUSTOMER -> value == null ? lead : lead.withCustomer(new CustomerId(value));
            case STAGE -> value == null ? lead : lead.withStage(new StageId(value));
            case NEXT_CONTACT_AT -> lead.withNextContact(ContactTimeText.read(value));
            case CORE_NEED -> lead.withCoreNeed(value);
            case EXPECTED_AMOUNT -> lead.withExpectedAmount(value == null ? null : Yuan.of(value));
        };
    }

    /** What differs between the two; for a lead that is new, {@code before} is null and all it has is a change. */
    static List<FieldChange> between(@Nullable Lead before, Lead after) {
        List<FieldChange> changes = new ArrayList<>();
        for (LeadField field : OF_LEAD) {
            String old = before == null ? null : read(before, field);
            String now = read(after, field);
            if (!Objects.equals(old, now) && !(before == null && field == LeadField.CUSTOMER)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return changes;
    }

    /** The lead with each of these changes taken back where nobody changed the field since. */
    static Lead without(List<FieldChange> changes, Lead lead) {
        Lead restored = lead;
        for (FieldChange change : changes) {
            if (OF_LEAD.contains(change.field()) && Objects.equals(read(lead, change.field()), change.after())) {
                restored = write(restored, change.field(), change.before());
            }
        }
        return restored;
    }
}
