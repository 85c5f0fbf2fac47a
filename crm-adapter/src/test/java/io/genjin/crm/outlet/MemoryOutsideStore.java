package io.genjin.crm.outlet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outside ids and cursors in memory. */
public class MemoryOutsideStore implements OutsideStore {
    private final Map<Key, String> outsideIds = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();

    @Override
    public synchronized void remember(String outlet, RecordKind kind, String ourId, String outsideId, Instant now) {
        outsideIds.put(new Key(outlet, kind, ourId), outsideId);
    }

    @Override
    public synchronized Optional<String> outsideId(String outlet, RecordKind kind, String ourId) {
        return Optional.ofNullable(outsideIds.get(new Key(outlet, kind, ourId)));
    }

    @Override
    public synchronized Optional<String> ourId(String outlet, RecordKind kind, String outsideId) {
        return outsideIds.entrySet().stream()
                .filter(each -> each.getValue().equals(outsideId)
                        && each.getKey().outlet().equals(outlet)
                        && each.getKey().kind() == kind)
                .map(each -> each.getKey().ourId())
                .findFirst();
    }

    @Override
    public synchronized Optional<String> cursor(String inlet) {
        return Optional.ofNullable(cursors.get(inlet));
    }

    @Override
    public synchronized boolean moveCursor(String inlet, @Nullable String from, String to, Instant now) {
        boolean current = Objects.equals(cursors.get(inlet), from);
        if (current) {
            cursors.put(inlet, to);
        }
        return current;
    }

    private record Key(String outlet, RecordKind kind, String ourId) {}
}
