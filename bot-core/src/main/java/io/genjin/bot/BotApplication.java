package io.genjin.bot;

import io.genjin.crm.CrmConfiguration;
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
        SpringApplication.run(BotApplication.class, args);
    }
}
