package io.genjin.benchmark.callback;

import io.genjin.benchmark.Child;
import io.genjin.bot.inbox.Inbox;
import io.genjin.bot.inbox.InboxEntry;
import io.genjin.bot.inbox.InboxHandler;
import io.genjin.bot.wecom.Callback;
import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The product's own callback path, with what hands over replaced by nothing. Profile {@code verify} keeps nothing,
 * {@code accept} keeps but hands nothing over, {@code handled} does both.
 */
@SpringBootApplication(scanBasePackages = {"io.genjin.bot.platform", "io.genjin.bot.inbox", "io.genjin.bot.wecom"})
class CallbackServer {
    static final String FLOOR = "/floor";
    static final String CALLBACK = "/wecom/callback";

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Child.answers();
        ConfigurableApplicationContext context = SpringApplication.run(CallbackServer.class, arguments);
        if (!context.getEnvironment().matchesProfiles("handled")) {
            context.getBeansOfType(Lifecycle.class).values().stream()
                    .filter(part -> part.getClass().getPackageName().endsWith(".inbox"))
                    .forEach(Lifecycle::stop);
        }
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        CallbackDesk desk = new CallbackDesk(context);
        Child.serve(answers, Integer.toString(port), desk::answer);
    }

    @Bean
    Handled handled() {
        return new Handled();
    }

    @Bean
    @Order(1)
    InboxHandler<Callback.MemberText> texts(Handled handled) {
        return new NoOp<>(Callback.MemberText.class, handled);
    }

    @Bean
    @Order(2)
    InboxHandler<Callback.CardTap> taps(Handled handled) {
        return new NoOp<>(Callback.CardTap.class, handled);
    }

    @Bean
    @Primary
    @Profile("handled")
    Inbox timed(@Qualifier("durableInbox") Inbox inbox, Handled handled) {
        return new Inbox() {
            @Override
            public void keep(InboxEntry entry) {
                handled.asked(entry.payload());
                inbox.keep(entry);
            }

            @Override
            public int keepAll(List<InboxEntry> entries) {
                return inbox.keepAll(entries);
            }
        };
    }

    @Bean
    @Primary
    @Profile("verify")
    Inbox forgetful() {
        return new Inbox() {
            @Override
            public void keep(InboxEntry entry) {}

            @Override
            public int keepAll(List<InboxEntry> entries) {
                return 0;
            }
        };
    }

    /** The empty answer that everything else is held against. */
    @RestController
    static class Floor {
        @PostMapping(FLOOR)
        ResponseEntity<String> empty() {
            return ResponseEntity.ok().build();
        }
    }

    record NoOp<P>(Class<P> payload, Handled handled) implements InboxHandler<P> {
        @Override
        public Effect handle(P payload) {
            handled.started(payload);
            return Effect.NONE;
        }
    }
}
