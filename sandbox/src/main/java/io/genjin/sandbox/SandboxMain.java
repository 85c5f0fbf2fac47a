package io.genjin.sandbox;

import io.genjin.sandbox.campaign.CampaignMain;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line: starts a sandbox, says {@code sandbox ready}, and stops it on SIGTERM. */
public final class SandboxMain {
    // Held here, since java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private SandboxMain() {}

    /** Exits with 2 for a wrong option and with 1 when something does not start, each with one line on stderr. */
    public static void main(String[] arguments) throws InterruptedException {
        LIBRARIES.setLevel(Level.WARNING);
        if (arguments.length > 0 && arguments[0].equals("campaign")) {
            System.exit(CampaignMain.run(Arrays.asList(arguments).subList(1, arguments.length)));
        }
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(CommandLine.USAGE);
            return;
        }
        var options = options(arguments);
        var sandbox = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
        System.out.println("sandbox ready");
        new CountDownLatch(1).await();
    }

    private static SandboxOptions options(String[] arguments) {
        try {
            return CommandLine.parse(arguments);
        } catch (IllegalArgumentException e) {
            throw exit(2, e);
        }
    }

    private static Sandbox start(SandboxOptions options) {
        try {
            return Sandbox.start(options);
        } catch (RuntimeException e) {
            throw exit(1, e);
        }
    }

    private static IllegalStateException exit(int status, RuntimeException reason) {
        System.err.println("genjin-sandbox: "
                + String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
        System.exit(status);
        return new IllegalStateException(reason);
    }
}
