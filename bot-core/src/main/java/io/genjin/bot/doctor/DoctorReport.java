package io.genjin.bot.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What all checks found, in the order of mending. */
record DoctorReport(Instant at, List<Entry> entries) {

    DoctorReport {
        entries = List.copyOf(entries);
    }

    record Entry(String name, Finding finding) {}

    public boolean healthy() {
        return first().isEmpty();
    }

    /** The one thing to mend first. */
    public Optional<Entry> first() {
        return entries.stream().filter(entry -> entry.finding().failed()).findFirst();
    }
}
