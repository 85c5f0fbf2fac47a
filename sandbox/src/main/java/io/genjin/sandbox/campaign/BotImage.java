package io.genjin.sandbox.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What starts a node. A Spring Boot jar is unpacked first, and, for a long campaign, started and ended once to make a
 * class-data archive: a hundred starts then take a third of the time.
 */
public final class BotImage {
    private static final List<String> JVM =
            List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-Xshare:auto");

    private BotImage() {}

    /** The command for a class path and the main class on it. */
    public static List<String> of(String classPath, String mainClass) {
        return with("-cp", classPath, mainClass);
    }

    /** The command for that jar as it is. */
    static List<String> of(Path jar) {
        return with("-jar", jar.toString());
    }

    /** The command for an unpacked copy of the jar; the jar itself when it can't be unpacked. */
    static List<String> unpacked(Path jar, Path folder) throws IOException, InterruptedException {
        var to = folder.resolve("bot");
        var unpacking =
                List.of(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", to.toString());
        int status = run(unpacking, folder.resolve("unpack.log"));
        var copy = to.resolve(jar.getFileName());
        return status == 0 && Files.exists(copy) ? of(copy) : of(jar);
    }

    /** The same command with a class-data archive that one run makes; without one when that run made none. */
    static List<String> archived(
            List<String> command, List<String> settings, Path folder, Consumer<BotNode> run, int port) {
        var archive = folder.resolve("bot.jsa");
        var training = new ArrayList<>(command);
        training.add(1, "-XX:ArchiveClassesAtExit=" + archive);
        training.addAll(settings);
        run.accept(new BotNode(training, port, folder.resolve("training.log")));
        if (!Files.exists(archive)) {
            return command;
        }
        var quick = new ArrayList<>(command);
        quick.add(1, "-XX:SharedArchiveFile=" + archive);
        return quick;
    }

    private static int run(List<String> command, Path log) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static List<String> with(String... rest) {
        var command = new ArrayList<>(JVM);
        command.addAll(List.of(rest));
        return command;
    }

    private static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }
}
