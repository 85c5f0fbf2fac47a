package io.genjin.bot.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks WeCom each question exactly once, past the kept token, so that its own answer can be shown. Credentials that it
 * refused are not tried again for an hour: repeating them gets the IP address blocked (doc 90455). Thread-safe.
 */
@Component
public class WeComProbe {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofHours(1);
    private static final Set<Integer> BAD_CREDENTIALS = Set.of(40001, 40013, 40091);
    private static final Pattern FROM_IP = Pattern.compile("from ip: *([0-9a-fA-F.:]*[0-9a-fA-F])");

    private final WeComProperties properties;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    private record Refusal(Heard heard, Instant at) {}

    public WeComProbe(WeComProperties properties, JsonMapper json, InstantSource clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What WeCom answered.
     *
     * @param errcode empty when no answer came
     * @param callerIp the address that WeCom saw, which it names in its refusals
     * @param ahead how far our clock was ahead of WeCom's when the answer came, to the second
     * @param body without the token
     */
    public record Heard(
            Optional<Integer> errcode,
            Optional<String> callerIp,
            Optional<Duration> ahead,
            JsonNode body,
            Token token) {

        public boolean fine() {
            return is(0);
        }

        public boolean is(int code) {
            return errcode.filter(given -> given == code).isPresent();
        }

        public boolean silent() {
            return errcode.isEmpty();
        }
    }

    /** An access_token that shows itself to nobody. */
    public static final class Token {
        private final String value;

        Token(String value) {
            this.value = value;
        }

        @Override
        public String toString() {
            return "…";
        }
    }

    /** Proves corp id and the application's secret (doc 91039). */
    public Heard authenticate() {
        return authenticate(properties.corpSecret());
    }

    /** Proves 微信客服's own secret; empty where none is set. */
    public Optional<Heard> authenticateKf() {
        return Optional.ofNullable(properties.kfSecret()).map(this::authenticate);
    }

    /** The application (doc 90227). */
    public Heard agent(Token token) {
        return ask("agent/get?agentid=" + properties.agentId() + "&access_token=" + encode(token.value), null);
    }

    /** The 微信客服 accounts that a token may manage (doc 94661). */
    public Heard kfAccounts(Token token) {
        return ask("kf/account/list?access_token=" + encode(token.value), "{\"offset\":0,\"limit\":100}");
    }

    private Heard authenticate(String secret) {
        Refusal known = refusals.get(secret);
        if (known != null && clock.instant().isBefore(known.at().plus(REST))) {
            return known.heard();
        }
        Heard heard = ask("gettoken?corpid=" + encode(properties.corpId()) + "&corpsecret=" + encode(secret), null);
        if (heard.errcode().filter(BAD_CREDENTIALS::contains).isPresent()) {
            refusals.put(secret, new Refusal(heard, clock.instant()));
        }
        return heard;
    }

    private Heard ask(String pathAndQuery, @Nullable String post) {
        String base = properties.baseApiUrl().toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/cgi-bin/" + pathAndQuery))
                .timeout(TIME_LIMIT);
        if (post != null) {
            request.POST(BodyPublishers.ofString(post));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            return json.readTree(answer.body()) instanceof ObjectNode body && body.has("errcode")
                    ? heard(body, answer)
                    : silence();
        } catch (IOException | JacksonException unanswered) {
            return silence();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return silence();
        }
    }

    private Heard heard(ObjectNode body, HttpResponse<String> answer) {
        String token = body.path("access_token").asString("");
        body.remove("access_token");
        Matcher ip = FROM_IP.matcher(body.path("errmsg").asString(""));
        return new Heard(
                Optional.of(body.path("errcode").asInt(-1)),
                ip.find() ? Optional.of(ip.group(1)) : Optional.empty(),
                answer.headers()
                        .firstValue("Date")
                        .flatMap(WeComProbe::time)
                        .map(theirs -> Duration.between(theirs, clock.instant())),
                body,
                new Token(token));
    }

    private Heard silence() {
        return new Heard(Optional.empty(), Optional.empty(), Optional.empty(), json.createObjectNode(), new Token(""));
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
