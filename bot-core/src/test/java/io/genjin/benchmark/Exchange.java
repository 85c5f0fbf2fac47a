package io.genjin.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection: sends a request at a time and looks only as far into the answer as its end and status ask for. */
final class Exchange {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(ISO_8859_1);
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(1 << 14);
    private long since;

    enum Progress {
        INCOMPLETE,
        OK,
        FAILED
    }

    Exchange(SocketChannel channel) {
        this.channel = channel;
    }

    /** @param since when it was due, for the latency */
    void send(byte[] request, long since) throws IOException {
        this.since = since;
        in.clear();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    long since() {
        return since;
    }

    Progress receive() throws IOException {
        try {
            if (channel.read(in) < 0) {
                return Progress.FAILED;
            }
        } catch (IOException reset) {
            return Progress.FAILED;
        }
        for (int i = 0; i < Math.min(OK.length, in.position()); i++) {
            if (in.get(i) != OK[i]) {
                return Progress.FAILED;
            }
        }
        return complete() ? Progress.OK : Progress.INCOMPLETE;
    }

    private boolean complete() {
        String text = new String(in.array(), 0, in.position(), ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        int at = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0 || at > head) {
            return text.endsWith("0\r\n\r\n");
        }
        int length = Integer.parseInt(
                text.substring(at + LENGTH.length(), text.indexOf('\r', at)).strip());
        return text.length() == head + 4 + length;
    }

    void close() throws IOException {
        channel.close();
    }
}
