/**
 * Ports to CRMs outside: records are pushed through a {@code CrmOutlet} and changes pulled through a {@code CrmInlet}.
 * The application's outbox and timers call them, never inside a transaction. Our own store stays the record; it may use
 * the records of the other features.
 */
@NullMarked
package io.genjin.crm.outlet;

import org.jspecify.annotations.NullMarked;
