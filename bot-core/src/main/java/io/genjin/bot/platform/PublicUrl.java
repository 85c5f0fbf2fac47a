package io.genjin.bot.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code genjin.public-url}: what links on cards start with. */
@Component
public class PublicUrl {
    private final URI base;

    public PublicUrl(@Value("${genjin.public-url:#{null}}") @Nullable String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("genjin.public-url: is not set (environment variable GENJIN_PUBLICURL)");
        }
        this.base = URI.create(url.replaceAll("/+$", ""));
        if (base.getHost() == null || !("http".equals(base.getScheme()) || "https".equals(base.getScheme()))) {
            throw new IllegalArgumentException("genjin.public-url: must be an http or https address, was " + url);
        }
    }

    /** The address of a page; {@code path} begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    public URI base() {
        return base;
    }
}
