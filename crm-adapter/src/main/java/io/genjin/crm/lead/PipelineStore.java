package io.genjin.crm.lead;

import java.time.Instant;
import java.util.List;

/** The configurable pipeline. All calls join the caller's transaction. */
public interface PipelineStore {
    /** All stages as they are now. */
    Pipeline current();

    /**
     * A new stage at the end of its kind: open ones before the decided ones.
     *
     * @throws IllegalArgumentException when a stage of this name is offered already, or the name is blank or too long
     */
    Stage add(String name, StageKind kind, Instant now);

    /**
     * @return false when there is no such stage
     * @throws IllegalArgumentException when another stage of this name is offered, or the name is blank or too long
     */
    boolean rename(StageId id, String name, Instant now);

    /**
     * Puts the offered stages into this order.
     *
     * @throws IllegalArgumentException unless it names each offered stage once
     */
    void reorder(List<StageId> order, Instant now);

    /**
     * Takes a stage out of what is offered; its leads stay in it.
     *
     * @return false when there is no such offered stage, or it is the last one of its kind
     */
    boolean retire(StageId id, Instant now);
}
