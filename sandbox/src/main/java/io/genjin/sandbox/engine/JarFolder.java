package io.genjin.sandbox.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder inside a jar of the class path: the artifact itself, or the shaded sandbox. */
final class JarFolder {
    private JarFolder() {}

    /** Copies every wanted file below the folder, keeping the layout. */
    static void copy(String folder, Path target, Predicate<String> wanted) throws IOException {
        var url = JarFolder.class.getClassLoader().getResource(folder);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new EngineFailure(
                    "the class path holds no " + folder + "; is the artifact of this platform missing?");
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream()
                    .filter(each ->
                            each.getName().startsWith(folder) && !each.isDirectory() && wanted.test(each.getName()))
                    .toList()) {
                copy(jar, entry, target.resolve(entry.getName().substring(folder.length())));
            }
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
