/**
 * Customers and contacts as WeCom names them. Sources of chat start it, and the card that asks whose words these are.
 * It may use wecom, platform, members and the customers of crm-adapter.
 */
@NullMarked
package io.genjin.bot.customer;

import org.jspecify.annotations.NullMarked;
