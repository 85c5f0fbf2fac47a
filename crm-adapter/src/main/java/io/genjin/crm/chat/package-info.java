/**
 * What customers and reps said to each other: conversations, their messages, and the signals found in them.
 * Every source of chat feeds it; drafts and the lead's page read it. It may use customers and members.
 */
@NullMarked
package io.genjin.crm.chat;

import org.jspecify.annotations.NullMarked;
