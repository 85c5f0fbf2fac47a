/**
 * The simulated server API of WeCom, each endpoint as strict as its documentation. Started by HTTP requests of the bot.
 * May use card and world; it never sends callbacks.
 */
@NullMarked
package io.genjin.sandbox.wecom.api;

import org.jspecify.annotations.NullMarked;
