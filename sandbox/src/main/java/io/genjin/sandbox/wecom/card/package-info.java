/**
 * The rules of template cards (docs 90236, 94888, 90241), written down from the documentation alone. Started by the API
 * when a card is sent or updated, and by the callback side when one comes as a reply. May use Jackson's tree and
 * Refusal.
 */
@NullMarked
package io.genjin.sandbox.wecom.card;

import org.jspecify.annotations.NullMarked;
