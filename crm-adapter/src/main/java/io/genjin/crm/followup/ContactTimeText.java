package io.genjin.crm.followup;

import io.genjin.crm.lead.NextContact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A next contact as the text that a {@link FieldChange} remembers. */
final class ContactTimeText {
    private static final String DAY = "/day";

    private ContactTimeText() {}

    static @Nullable String of(@Nullable NextContact next) {
        return next == null ? null : next.at() + (next.hasTime() ? "" : DAY);
    }

    static @Nullable NextContact read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean hasTime = !text.endsWith(DAY);
        String instant = hasTime ? text : text.substring(0, text.length() - DAY.length());
        return new NextContact(Instant.parse(instant), hasTime);
    }
}
