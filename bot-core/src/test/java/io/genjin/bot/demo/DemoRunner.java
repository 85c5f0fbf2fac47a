package io.genjin.bot.demo;

import io.genjin.bot.BotApplication;
import io.genjin.sandbox.Sandbox;
import io.genjin.sandbox.SandboxOptions;
import org.springframework.boot.SpringApplication;

/** The README's first command: the sandbox (MariaDB, Redis, WeCom simulator) and the bot beside it, in one process. */
public final class DemoRunner {
    private DemoRunner() {}

    public static void main(String[] args) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        SpringApplication bot = new SpringApplication(BotApplication.class);
        bot.setAdditionalProfiles("sandbox");
        bot.run(args);
        System.out.println();
        System.out.println("  手机都在这里： http://localhost:18090/    （机器人在 8080，Ctrl-C 结束）");
        System.out.println();
    }
}
