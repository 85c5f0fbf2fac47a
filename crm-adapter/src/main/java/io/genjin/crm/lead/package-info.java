/**
 * Prospective deals and the configurable pipeline they move through, with the quiet notes about their risks.
 * Confirmed follow-ups, the lead's page and the open API change it. It may use customers and members, and learns of
 * features above it only through {@link io.genjin.crm.lead.LeadTie}.
 */
@NullMarked
package io.genjin.crm.lead;

import org.jspecify.annotations.NullMarked;
