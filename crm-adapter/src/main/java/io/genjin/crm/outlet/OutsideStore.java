package io.genjin.crm.outlet;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What we keep of outside CRMs: their ids for our records, and how far we have read. Joins the caller's transaction. */
public interface OutsideStore {
    /** Keeps what the outside calls our record; a later word replaces an earlier one. */
    void remember(String outlet, RecordKind kind, String ourId, String outsideId, Instant now);

    Optional<String> outsideId(String outlet, RecordKind kind, String ourId);

    Optional<String> ourId(String outlet, RecordKind kind, String outsideId);

    /** Where the last page of this inlet ended; empty before the first. */
    Optional<String> cursor(String inlet);

    /**
     * Moves an inlet's cursor.
     *
     * @param from what {@link #cursor} said before the page was pulled, null for nothing
     * @return false when somebody else moved it meanwhile: the caller then rolls back, the page is theirs
     */
    boolean moveCursor(String inlet, @Nullable String from, String to, Instant now);
}
