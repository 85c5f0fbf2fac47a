/**
 * Callbacks to the bot: encrypted, five seconds each, repeated up to three times, spread over the nodes, and their
 * passive replies. Started by the phones' drivers and the page. May use wire, card and world; knows nothing of the API.
 */
@NullMarked
package io.genjin.sandbox.wecom.callback;

import org.jspecify.annotations.NullMarked;
