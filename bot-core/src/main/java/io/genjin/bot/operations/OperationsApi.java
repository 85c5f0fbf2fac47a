package io.genjin.bot.operations;

import io.genjin.bot.access.ApiRefused;
import io.genjin.bot.access.Needs;
import io.genjin.bot.access.Scope;
import io.genjin.bot.inbox.ParkedEntries;
import io.genjin.bot.inbox.ParkedEntries.ParkedEntry;
import io.genjin.bot.outbox.DeadPushes;
import io.genjin.bot.outbox.DeadPushes.DeadPush;
import io.genjin.crm.Ids;
import io.genjin.crm.Slice;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/operations}: what was given up, and its ways out. An action that comes too late changes nothing. */
@RestController
class OperationsApi {
    private static final String PARKED = "/api/v1/operations/parked-entries";
    private static final String DEAD = "/api/v1/operations/dead-pushes";
    private static final String BY = "api";
    /** One more than is shown is read, and neither list gives more than this. */
    private static final int MOST = Slice.MAX - 1;

    private final ParkedEntries parked;
    private final DeadPushes dead;

    OperationsApi(ParkedEntries parked, DeadPushes dead) {
        this.parked = parked;
        this.dead = dead;
    }

    /** @param changed false when it was not (any more) given up */
    record Outcome(boolean changed) {}

    @Operation(summary = "处理不了而搁置的回调，旧的在前")
    @Needs(Scope.OPERATIONS)
    @GetMapping(PARKED)
    Slice<ParkedEntry> parked(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        int shown = Math.min(Slice.bounded(limit), MOST);
        return Slice.cut(parked.list(shown + 1, checked(cursor)), shown, ParkedEntry::id);
    }

    @Operation(summary = "重试一条搁置的回调")
    @Needs(Scope.OPERATIONS)
    @PostMapping(PARKED + "/{id}/replay")
    Outcome replayEntry(@PathVariable String id) {
        return new Outcome(parked.replay(required(id), BY));
    }

    @Operation(summary = "丢弃一条搁置的回调")
    @Needs(Scope.OPERATIONS)
    @PostMapping(PARKED + "/{id}/discard")
    Outcome discardEntry(@PathVariable String id) {
        return new Outcome(parked.discard(required(id), BY));
    }

    @Operation(summary = "放弃发送的推送，旧的在前")
    @Needs(Scope.OPERATIONS)
    @GetMapping(DEAD)
    Slice<DeadPush> dead(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        int shown = Math.min(Slice.bounded(limit), MOST);
        return Slice.cut(dead.list(shown + 1, checked(cursor)), shown, DeadPush::id);
    }

    @Operation(summary = "重发一条放弃的推送")
    @Needs(Scope.OPERATIONS)
    @PostMapping(DEAD + "/{id}/replay")
    Outcome replayPush(@PathVariable String id) {
        return new Outcome(dead.replay(required(id), BY));
    }

    @Operation(summary = "丢弃一条放弃的推送")
    @Needs(Scope.OPERATIONS)
    @PostMapping(DEAD + "/{id}/discard")
    Outcome discardPush(@PathVariable String id) {
        return new Outcome(dead.discard(required(id), BY));
    }

    private static @Nullable String checked(@Nullable String cursor) {
        if (cursor != null && !Ids.isId(cursor)) {
            throw new ApiRefused("cursor", "不是本接口给出的");
        }
        return cursor;
    }

    private static String required(String id) {
        if (!Ids.isId(id)) {
            throw new ApiRefused("id", "不是本接口给出的");
        }
        return id;
    }
}
