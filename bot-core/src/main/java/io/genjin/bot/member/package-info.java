/**
 * Members as WeCom knows them: synchronised at start, nightly, by change_contact, and met on first sight.
 * Timers and callbacks start it. It may use wecom, platform and the members of crm-adapter.
 */
@NullMarked
package io.genjin.bot.member;

import org.jspecify.annotations.NullMarked;
