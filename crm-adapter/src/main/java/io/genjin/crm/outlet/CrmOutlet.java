package io.genjin.crm.outlet;

/** A way out to another CRM. Safe from any thread; calls may take seconds and belong outside of transactions. */
public interface CrmOutlet {
    /** Names this outlet in what is kept of it: 1 to 40 ASCII characters that never change. */
    String name();

    /**
     * Hands over one record; the same record again changes nothing more. An outside failure is an outcome, not an
     * exception.
     */
    PushOutcome push(CrmRecord record);
}
