/**
 * The phones of members and customers as tests and the page hold them: what a person does becomes a callback, what they
 * see can be asked. Started by tests and by the page. May use world, card, callback and wire.
 */
@NullMarked
package io.genjin.sandbox.wecom.phone;

import org.jspecify.annotations.NullMarked;
