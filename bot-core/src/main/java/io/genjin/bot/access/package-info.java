/**
 * Who asks, proved before anything is read: WeCom's login and sessions for pages, bearer tokens for the open API.
 * Requests start it. It may use wecom, platform and members.
 */
@NullMarked
package io.genjin.bot.access;

import org.jspecify.annotations.NullMarked;
