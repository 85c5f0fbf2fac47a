/**
 * Follow-up records in the open API and on their way to outside CRMs. Requests and confirmed drafts start it. It may use
 * the outbox, the events of capture and lead and the CRM.
 */
@NullMarked
package io.genjin.bot.followup;

import org.jspecify.annotations.NullMarked;
