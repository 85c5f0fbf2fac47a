package io.genjin.sandbox.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
final class FreePort {
    private FreePort() {}

    /** A port that nobody listens on now. */
    static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineFailure("no free port on loopback: " + e.getMessage(), e);
        }
    }

    /** Fails with a clear sentence when somebody else listens there, instead of the engine's own long log. */
    static void require(String who, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new EngineFailure("port " + port + " for " + who + " is in use; choose another one", e);
        }
    }
}
