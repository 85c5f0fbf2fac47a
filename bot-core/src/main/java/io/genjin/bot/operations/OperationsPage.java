package io.genjin.bot.operations;

import io.genjin.bot.access.PageForbidden;
import io.genjin.bot.access.Viewer;
import io.genjin.bot.inbox.InboxQueue;
import io.genjin.bot.inbox.ParkedEntries;
import io.genjin.bot.outbox.DeadPushes;
import io.genjin.bot.wecom.CallbackLog;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 运行, for administrators: what was given up, with its ways out, and from when to when callbacks were refused. */
@Controller
class OperationsPage {
    private static final String PATH = "/h5/admin/operations";
    private static final int SHOWN = 100;
    private static final int REFUSALS = 20;

    private final ParkedEntries parked;
    private final DeadPushes dead;
    private final InboxQueue queue;
    private final CallbackLog callbacks;
    private final OperationsWords words;

    OperationsPage(
            ParkedEntries parked, DeadPushes dead, InboxQueue queue, CallbackLog callbacks, OperationsWords words) {
        this.parked = parked;
        this.dead = dead;
        this.queue = queue;
        this.callbacks = callbacks;
        this.words = words;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        requireAdmin(viewer);
        model.addAttribute("parked", parked.list(SHOWN, null));
        model.addAttribute("dead", dead.list(SHOWN, null));
        Duration age = queue.oldestWaiting();
        model.addAttribute("age", words.lasting(age));
        model.addAttribute("late", age.compareTo(queue.alarmAfter()) > 0);
        model.addAttribute("refusals", callbacks.refusals(REFUSALS));
        model.addAttribute("words", words);
        return "operations/operations";
    }

    @PostMapping(PATH + "/parked/{id}/replay")
    String replayEntry(Viewer viewer, @PathVariable String id) {
        requireAdmin(viewer);
        parked.replay(id, by(viewer));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/parked/{id}/discard")
    String discardEntry(Viewer viewer, @PathVariable String id) {
        requireAdmin(viewer);
        parked.discard(id, by(viewer));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/parked/replay")
    String replayEntries(Viewer viewer) {
        requireAdmin(viewer);
        parked.replayAll(by(viewer));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/dead/{id}/replay")
    String replayPush(Viewer viewer, @PathVariable String id) {
        requireAdmin(viewer);
        dead.replay(id, by(viewer));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/dead/{id}/discard")
    String discardPush(Viewer viewer, @PathVariable String id) {
        requireAdmin(viewer);
        dead.discard(id, by(viewer));
        return "redirect:" + PATH;
    }

    /** Those that the page shows: what was given up meanwhile, nobody has seen yet. */
    @PostMapping(PATH + "/dead/replay")
    String replayPushes(Viewer viewer) {
        requireAdmin(viewer);
        dead.list(SHOWN, null).forEach(push -> dead.replay(push.id(), by(viewer)));
        return "redirect:" + PATH;
    }

    private static String by(Viewer viewer) {
        return "member:" + viewer.member().id().value();
    }

    private static void requireAdmin(Viewer viewer) {
        if (!viewer.admin()) {
            throw new PageForbidden();
        }
    }
}
