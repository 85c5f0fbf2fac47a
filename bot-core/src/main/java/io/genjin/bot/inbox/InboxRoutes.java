package io.genjin.bot.inbox;

import io.genjin.bot.inbox.InboxHandler.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Finds the handler that wants an entry. */
@Component
class InboxRoutes {
    private final Supplier<Map<String, List<InboxHandler<?>>>> handlers;
    private final Supplier<Set<String>> callingKinds;
    private final JsonMapper json;

    InboxRoutes(ObjectProvider<InboxHandler<?>> handlers, JsonMapper json) {
        // Asked for late, because handlers put things into the inbox, too.
        this.handlers = SingletonSupplier.of(() -> handlers.orderedStream()
                .collect(Collectors.groupingBy(handler -> handler.payload().getSimpleName())));
        this.callingKinds = SingletonSupplier.of(() -> handlers.orderedStream()
                .filter(InboxHandler::callsOut)
                .map(handler -> handler.payload().getSimpleName())
                .collect(Collectors.toUnmodifiableSet()));
        this.json = json;
    }

    /** The payload beside the handler that wants it. */
    record Route<P>(InboxHandler<P> handler, P payload) {

        Effect decide() {
            return handler.handle(payload);
        }
    }

    /** The kinds that may wait for somebody outside. */
    Set<String> callingKinds() {
        return callingKinds.get();
    }

    /** The way of {@code item}, empty when nobody handles it. Fails when its payload can't be read. */
    Optional<Route<?>> routeOf(InboxItem item) {
        for (InboxHandler<?> handler : handlers.get().getOrDefault(item.kind(), List.of())) {
            Optional<Route<?>> route = offer(handler, item);
            if (route.isPresent()) {
                return route;
            }
        }
        return Optional.empty();
    }

    private <P> Optional<Route<?>> offer(InboxHandler<P> handler, InboxItem item) {
        P payload = json.readValue(item.payload(), handler.payload());
        return handler.wants(payload) ? Optional.of(new Route<>(handler, payload)) : Optional.empty();
    }
}
