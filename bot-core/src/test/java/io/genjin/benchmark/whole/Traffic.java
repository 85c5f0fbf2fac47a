package io.genjin.benchmark.whole;

import io.genjin.benchmark.Child;
import io.genjin.sandbox.wecom.SandboxCorp;
import io.genjin.sandbox.wecom.wire.CallbackCrypto;
import io.genjin.sandbox.wecom.wire.CallbackXml;
import io.genjin.sandbox.wecom.wire.EncryptedCallback;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The process that WeCom's callbacks come from: all are made and encrypted before the first is sent. */
final class Traffic {
    private final CallbackCrypto crypto =
            new CallbackCrypto(SandboxCorp.TOKEN, SandboxCorp.AES_KEY, SandboxCorp.CORP_ID);
    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private int made;

    private Traffic() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = Child.answers();
        Traffic traffic = new Traffic();
        Child.serve(answers, "ready", question -> {
            List<Integer> ports =
                    Arrays.stream(question[1].split(",")).map(Integer::valueOf).toList();
            int count = Integer.parseInt(question[2]);
            return question[0].equals("texts")
                    ? traffic.texts(ports, count, Integer.parseInt(question[3]), Double.parseDouble(question[4]))
                    : traffic.events(ports, count);
        });
    }

    /** Customers from {@code first} on have their rep forward what they said; answers with when each was acknowledged. */
    private String texts(List<Integer> ports, int count, int first, double perSecond) throws Exception {
        int turn = made++;
        byte[][] requests = IntStream.range(first, first + count)
                .parallel()
                .mapToObj(customer -> sealed(CallbackXml.from(
                                SandboxCorp.CORP_ID,
                                Team.repOf(customer),
                                Instant.now().getEpochSecond())
                        .with("MsgType", "text")
                        .with("Content", Team.words(customer, turn))
                        .with("MsgId", run + "x" + turn + "x" + customer)
                        .number("AgentID", SandboxCorp.AGENT_ID)))
                .toArray(byte[][]::new);
        Senders.Outcome outcome = new Senders(ports, requests).send(perSecond);
        Path file = Files.createTempFile("genjin-acknowledged", ".txt");
        file.toFile().deleteOnExit();
        Files.write(
                file,
                IntStream.range(0, count)
                        .filter(i -> outcome.acknowledged()[i] > 0)
                        .mapToObj(i -> first + i + " " + outcome.acknowledged()[i])
                        .collect(Collectors.toList()));
        return outcome.failed() + " " + file;
    }

    /** Events that nobody handles, as fast as the connections take them. */
    private String events(List<Integer> ports, int count) throws Exception {
        int turn = made++;
        byte[][] requests = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> sealed(CallbackXml.from(
                                SandboxCorp.CORP_ID,
                                Team.userId(i % Team.REPS),
                                Instant.now().getEpochSecond())
                        .with("MsgType", "event")
                        .with("Event", "benchmark_" + run + "_" + turn + "_" + i)
                        .number("AgentID", SandboxCorp.AGENT_ID)))
                .toArray(byte[][]::new);
        Senders.Outcome outcome = new Senders(ports, requests).send(0);
        return String.format(Locale.ROOT, "%d %.6f", outcome.failed(), outcome.seconds());
    }

    private byte[] sealed(CallbackXml xml) {
        return Posting.request(EncryptedCallback.seal(
                crypto,
                xml.toString(),
                SandboxCorp.CORP_ID,
                Integer.toString(SandboxCorp.AGENT_ID),
                Instant.now().getEpochSecond(),
                UUID.randomUUID().toString().substring(0, 8)));
    }
}
