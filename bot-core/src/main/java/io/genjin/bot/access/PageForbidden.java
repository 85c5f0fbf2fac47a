package io.genjin.bot.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The viewer may not see this, or it does not exist; the two look alike, so that nobody can probe. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class PageForbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageForbidden() {
        super("not to be seen", null, false, false);
    }
}
