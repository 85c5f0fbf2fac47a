package io.genjin.sandbox.wecom.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Codes that live for a while and mean something: tokens, login codes, response codes. */
public final class ExpiringCodes<T> {
    private final String prefix;
    private final Duration life;
    private final Map<String, Issued<T>> issued = new HashMap<>();

    /** Codes start with the prefix and live that long. */
    public ExpiringCodes(String prefix, Duration life) {
        this.prefix = prefix;
        this.life = life;
    }

    /** A new code for this meaning. */
    public String issue(T meaning, Instant now) {
        var code = prefix + UUID.randomUUID().toString().replace("-", "");
        issued.put(code, new Issued<>(meaning, now.plus(life)));
        return code;
    }

    /** The meaning of a code that is neither spent nor expired. */
    public Optional<T> find(String code, Instant now) {
        return Optional.ofNullable(issued.get(code))
                .filter(each -> now.isBefore(each.until()))
                .map(Issued::meaning);
    }

    /** As {@link #find}, and the code is gone. */
    public Optional<T> spend(String code, Instant now) {
        var meaning = find(code, now);
        issued.remove(code);
        return meaning;
    }

    /** Whether the code was ever issued and not spent, expired or not. */
    public boolean known(String code) {
        return issued.containsKey(code);
    }

    /** When the code expires. */
    public Optional<Instant> until(String code) {
        return Optional.ofNullable(issued.get(code)).map(Issued::until);
    }

    /** Ends the life of all codes now; they stay known as expired. */
    public void expireAll() {
        issued.replaceAll((code, each) -> new Issued<>(each.meaning(), Instant.EPOCH));
    }

    private record Issued<T>(T meaning, Instant until) {}
}
