package io.genjin.bot.doctor;

import io.genjin.bot.access.PageForbidden;
import io.genjin.bot.access.Viewer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** 体检, for administrators. A fresh report is kept for a moment, so that looking at it does not call WeCom each time. */
@Controller
class DoctorPage {
    private final Doctor doctor;
    private final DoctorProperties properties;
    private final InstantSource clock;
    private @Nullable DoctorReport latest;

    DoctorPage(Doctor doctor, DoctorProperties properties, InstantSource clock) {
        this.doctor = doctor;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping("/h5/admin/doctor")
    String show(Viewer viewer, Model model) {
        requireAdmin(viewer);
        model.addAttribute("report", report(false));
        return "doctor/doctor";
    }

    @PostMapping("/h5/admin/doctor")
    String again(Viewer viewer) {
        requireAdmin(viewer);
        report(true);
        return "redirect:/h5/admin/doctor";
    }

    /** One examination at a time; whoever waited for one takes its result. */
    private synchronized DoctorReport report(boolean fresh) {
        DoctorReport known = latest;
        if (known == null || fresh || clock.instant().isAfter(known.at().plus(properties.keep()))) {
            return latest = doctor.examine();
        }
        return known;
    }

    private static void requireAdmin(Viewer viewer) {
        if (!viewer.admin()) {
            throw new PageForbidden();
        }
    }
}
