package io.genjin.crm.outlet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way in from another CRM. The caller pulls outside of a transaction, then writes what came and moves the cursor in
 * one transaction, so that a crash between the two pulls the same page again and loses nothing.
 */
public interface CrmInlet {
    /** Names this inlet in what is kept of it: 1 to 40 ASCII characters that never change. */
    String name();

    /**
     * What changed outside after this cursor.
     *
     * @param cursor where the last page ended; null for the beginning
     * @throws java.io.IOException when the outside can't be asked now
     */
    Page pull(@Nullable String cursor, int limit) throws java.io.IOException;

    /**
     * One page of changes.
     *
     * @param nextCursor where the following page begins
     * @param more whether there is one already
     */
    record Page(List<Change> changes, @Nullable String nextCursor, boolean more) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /** A record as the outside has it now, under the outside's own id. */
    record Change(RecordKind kind, String outsideId, boolean deleted, Map<String, @Nullable Object> fields) {}
}
