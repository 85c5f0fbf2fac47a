package io.genjin.nlp.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the CLI jar. Its streams are UTF-8 whatever the platform's locale is. */
@Command(
        name = "nlp-keywords-cli",
        description = "Reads intents, amounts and times from chat messages.",
        mixinStandardHelpOptions = true)
public final class NlpCommand {
    private NlpCommand() {}

    /** Runs the command and exits: 0 all lines answered, 1 some lines malformed, 2 bad usage or lexicon. */
    public static void main(String[] args) {
        // Not System.out: on Java 17 it writes in the platform's charset.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var command = new CommandLine(new NlpCommand())
                .addSubcommand(new AnalyzeCommand(new FileInputStream(FileDescriptor.in), out, err));
        int code = args.length == 0 ? command.execute("--help") : command.execute(args);
        out.flush();
        System.exit(code);
    }
}
