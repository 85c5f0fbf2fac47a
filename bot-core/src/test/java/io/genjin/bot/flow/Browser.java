package io.genjin.bot.flow;

import static io.genjin.bot.flow.FlowBot.BOT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser on one phone: its own host name and its own cookies. HTTP/1.0 by hand, as Java's client forbids Host. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

    private final String host;
    final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    /** What came back. */
    record Answer(int status, List<String> headers, String body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        String location() {
            return header("Location").orElse("");
        }
    }

    Browser(String host) {
        this.host = host;
    }

    /** A browser in which this member is logged in. */
    static Browser of(String userId) throws IOException {
        Browser browser = new Browser(BOT.wecom().member(userId).member().phoneHost());
        Answer back = browser.logIn("/h5/drafts", BOT.wecom().member(userId).loginCode());
        if (back.status() != 302) {
            throw new IllegalStateException("login ended with " + back.status());
        }
        return browser;
    }

    /** Opens a page and comes back from WeCom with this code. */
    Answer logIn(String page, String code) throws IOException {
        return back(stateOf(get(page)), code);
    }

    Answer back(String state, String code) throws IOException {
        return get("/h5/login?code=" + code + "&state=" + state);
    }

    static String stateOf(Answer redirect) {
        Matcher state = Pattern.compile("[?&]state=([0-9A-Za-z]+)").matcher(redirect.location());
        return state.find() ? state.group(1) : "";
    }

    Answer get(String path) throws IOException {
        Answer answer = send("GET " + path + " HTTP/1.0\r\n", "", "Mozilla/5.0 wxwork/4.1.0");
        Matcher secret = CSRF.matcher(answer.body());
        if (secret.find()) {
            csrf = secret.group(1);
        }
        return answer;
    }

    Answer getAs(String path, String agent) throws IOException {
        return send("GET " + path + " HTTP/1.0\r\n", "", agent);
    }

    /** Posts a form with the secret of the page that was seen last. */
    Answer post(String path, String... fields) throws IOException {
        if (csrf.isEmpty()) {
            csrf = secret();
        }
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("csrf", csrf));
        return postWithout(path, all.toArray(String[]::new));
    }

    Answer postWithout(String path, String... fields) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return send("POST " + path + " HTTP/1.0\r\n", body.toString(), "Mozilla/5.0 wxwork/4.1.0");
    }

    /** The secret stands in every form; the administrators' page of tokens and any draft have one. */
    private String secret() throws IOException {
        for (String page : List.of("/h5/admin/tokens", "/h5/drafts")) {
            Matcher found = CSRF.matcher(get(page).body());
            if (found.find()) {
                return found.group(1);
            }
        }
        return "none";
    }

    private Answer send(String line, String body, String agent) throws IOException {
        StringBuilder head = new StringBuilder(line)
                .append("Host: ")
                .append(host)
                .append(':')
                .append(BOT.port())
                .append("\r\n")
                .append("User-Agent: ")
                .append(agent)
                .append("\r\n");
        if (!cookies.isEmpty()) {
            List<String> pairs = cookies.entrySet().stream()
                    .map(pair -> pair.getKey() + "=" + pair.getValue())
                    .toList();
            head.append("Cookie: ").append(String.join("; ", pairs)).append("\r\n");
        }
        if (line.startsWith("POST")) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        try (Socket socket = new Socket("127.0.0.1", BOT.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(ISO_8859_1));
            return answer(socket.getInputStream().readAllBytes());
        }
    }

    private Answer answer(byte[] bytes) {
        String raw = new String(bytes, ISO_8859_1);
        int end = raw.indexOf("\r\n\r\n");
        List<String> headers = List.of(raw.substring(0, end).split("\r\n"));
        for (String header : headers) {
            if (header.startsWith("Set-Cookie:")) {
                String pair = header.substring(11).strip().split(";", 2)[0];
                String name = pair.substring(0, pair.indexOf('='));
                if (header.contains("Max-Age=0;")) {
                    cookies.remove(name);
                } else {
                    cookies.put(name, pair.substring(name.length() + 1));
                }
            }
        }
        String body = new String(raw.substring(end + 4).getBytes(ISO_8859_1), UTF_8);
        return new Answer(Integer.parseInt(headers.get(0).split(" ")[1]), headers.subList(1, headers.size()), body);
    }
}
