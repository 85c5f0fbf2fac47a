package io.genjin.bot;

import io.genjin.bot.doctor.DoctorCommand;
import io.genjin.bot.doctor.StartProblem;
import io.genjin.crm.CrmConfiguration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The bot: {@code java -jar genjin.jar} serves, {@code java -jar genjin.jar doctor} checks the installation. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(CrmConfiguration.class)
public class BotApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("doctor")) {
            System.exit(DoctorCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        try {
            SpringApplication.run(BotApplication.class, args);
        } catch (RuntimeException failed) {
            // Boot has reported it by now.
            System.exit(StartProblem.exitCode(failed));
        }
    }
}
