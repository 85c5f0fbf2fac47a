package io.genjin.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that live as long as an engine. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    static Path create(String name) {
        try {
            return Files.createTempDirectory("genjin-" + name + "-");
        } catch (IOException e) {
            throw new EngineFailure("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** Removes a folder and all below it; files that vanish meanwhile are fine. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            throw new EngineFailure("the folder " + folder + " can't be removed: " + e.getMessage(), e);
        }
    }
}
