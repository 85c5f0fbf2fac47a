package io.genjin.sandbox.campaign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Free ports below the range that systems take for outgoing connections: a port of a killed server must still be free
 * when it comes back.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;

    private final Random random = new Random();
    private final Set<Integer> given = new HashSet<>();

    /** A port that nobody listens on, never the same twice. */
    int next() {
        for (int i = 0; i < 1_000; i++) {
            int port = LOWEST + random.nextInt(COUNT);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port below " + (LOWEST + COUNT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
