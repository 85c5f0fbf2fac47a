package io.genjin.crm.followup;

import io.genjin.crm.Yuan;
import io.genjin.crm.lead.NextContact;
import io.genjin.crm.lead.StageId;
import org.jspecify.annotations.Nullable;

/**
 * What the lead is to show once the draft is confirmed. Null leaves what the lead has.
 *
 * @param customerName another name: that of a known customer moves the lead (and its contact) there, any other renames
 *     the customer
 * @param undecided 暂不定: takes the lead's next contact away; {@code nextContact} is null then
 */
public record LeadFields(
        @Nullable String customerName,
        @Nullable StageId stageId,
        @Nullable NextContact nextContact,
        boolean undecided,
        @Nullable String coreNeed,
        @Nullable Yuan expectedAmount) {
    public LeadFields {
        if (undecided && nextContact != null) {
            throw new IllegalArgumentException("a next contact is either decided or not");
        }
    }

    public static LeadFields unchanged() {
        return new LeadFields(null, null, null, false, null, null);
    }
}
