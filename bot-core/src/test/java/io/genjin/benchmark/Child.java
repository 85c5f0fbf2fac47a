package io.genjin.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Java process beside this one with the same class path. It is asked line by line over its standard input and answers
 * on its standard output; its log goes to a file. It ends when its parent does.
 */
public final class Child implements AutoCloseable {
    /** Begins each answer: the JVM itself writes to the same output. */
    private static final String MARK = "= ";

    private final Process process;
    private final Path log;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String ready;

    /** What a child says to a question, split at its blanks. One line. */
    @FunctionalInterface
    public interface Answer {
        String to(String[] question) throws Exception;
    }

    private Child(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.questions = process.outputWriter(UTF_8);
        this.answers = process.inputReader(UTF_8);
        this.ready = read();
    }

    /** Starts {@code main} and waits until it is ready. */
    public static Child start(Class<?> main, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("genjin-" + main.getSimpleName(), ".log");
        log.toFile().deleteOnExit();
        Process process = new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        return new Child(process, log);
    }

    /** In the child: says {@code ready}, then answers every question until the parent is gone. Never returns. */
    public static void serve(PrintStream answers, String ready, Answer answer) throws Exception {
        answers.println(MARK + ready);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (@Nullable String line = questions.readLine(); line != null; line = questions.readLine()) {
            answers.println(MARK + answer.to(line.split(" ")));
        }
        System.exit(0);
    }

    /** In the child, before anything is logged: the way to the parent; what others print goes to the log. */
    public static PrintStream answers() {
        PrintStream toParent = System.out;
        System.setOut(System.err);
        return toParent;
    }

    /** What the child said when it was ready. */
    public String ready() {
        return ready;
    }

    public String ask(String question) throws IOException {
        questions.write(question);
        questions.newLine();
        questions.flush();
        return read();
    }

    public long askNumber(String question) throws IOException {
        return Long.parseLong(ask(question));
    }

    /** Processor time of the whole process so far, in steps of 10 ms. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public long pid() {
        return process.pid();
    }

    private String read() throws IOException {
        @Nullable String line = answers.readLine();
        while (line != null && !line.startsWith(MARK)) {
            line = answers.readLine();
        }
        if (line == null) {
            throw new IOException("the child ended: " + Files.readString(log));
        }
        return line.substring(MARK.length());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
