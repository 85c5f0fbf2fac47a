package io.genjin.crm.followup;

import org.jspecify.annotations.Nullable;

/**
 * One change that a follow-up made.
 *
 * @param before null where there was nothing
 * @param after null where the value was taken away
 */
public record FieldChange(
        LeadField field, @Nullable String before, @Nullable String after) {}
