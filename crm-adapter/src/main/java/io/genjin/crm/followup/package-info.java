/**
 * Follow-up records: what a rep confirmed, and what it changed on the lead.
 * A confirmed draft starts it, 撤销 takes it back. It may use leads, customers, conversations and members.
 */
@NullMarked
package io.genjin.crm.followup;

import org.jspecify.annotations.NullMarked;
