package io.genjin.crm.outlet;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MybatisOutsideStore implements OutsideStore {
    private final OutsideMapper outside;

    MybatisOutsideStore(OutsideMapper outside) {
        this.outside = outside;
    }

    @Override
    public void remember(String outlet, RecordKind kind, String ourId, String outsideId, Instant now) {
        outside.remember(outlet, kind, ourId, outsideId, now);
    }

    @Override
    public Optional<String> outsideId(String outlet, RecordKind kind, String ourId) {
        return Optional.ofNullable(outside.outsideId(outlet, kind, ourId));
    }

    @Override
    public Optional<String> ourId(String outlet, RecordKind kind, String outsideId) {
        return outside.ourIds(outlet, kind, outsideId).stream().findFirst();
    }

    @Override
    public Optional<String> cursor(String inlet) {
        return Optional.ofNullable(outside.cursor(inlet));
    }

    @Override
    public boolean moveCursor(String inlet, @Nullable String from, String to, Instant now) {
        if (from != null) {
            return outside.moveCursor(inlet, from, to, now) == 1;
        }
        try {
            return outside.beginCursor(inlet, to, now) == 1;
        } catch (DuplicateKeyException begunElsewhere) {
            return false;
        }
    }
}
