/**
 * Leads on pages, in the chat and in the open API. Requests and commands start it. It may use access, dialogue and the
 * CRM.
 */
@NullMarked
package io.genjin.bot.lead;

import org.jspecify.annotations.NullMarked;
