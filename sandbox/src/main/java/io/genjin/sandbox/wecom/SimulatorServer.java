package io.genjin.sandbox.wecom;

import io.genjin.sandbox.wecom.api.ApiHandler;
import io.genjin.sandbox.wecom.api.ServerApi;
import io.genjin.sandbox.wecom.callback.CallbackSender;
import io.genjin.sandbox.wecom.page.LoginHandler;
import io.genjin.sandbox.wecom.page.PageHandler;
import io.genjin.sandbox.wecom.phone.Simulation;
import io.genjin.sandbox.wecom.world.World;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;

/** The simulator's HTTP port on loopback: the API, the logins and the page. */
final class SimulatorServer {
    /** A callback of the page's may block a thread for 30 s, a hanging call for longer. */
    private static final int WORKERS = 64;

    private final Undertow undertow;

    private SimulatorServer(Undertow undertow) {
        this.undertow = undertow;
    }

    static SimulatorServer start(int port, World world, Simulation simulation, CallbackSender sender, ServerApi api) {
        var page = new PageHandler(world, simulation, sender, api, SandboxCorp.KF_ACCOUNT);
        var login = new LoginHandler(world, SandboxCorp.CORP_ID, SandboxCorp.AGENT_ID);
        var calls = new ApiHandler(api, world);
        HttpHandler all = exchange -> {
            var path = exchange.getRequestPath();
            if (path.startsWith("/cgi-bin/")) {
                calls.handleRequest(exchange);
            } else if (path.equals("/connect/oauth2/authorize") || path.equals("/wwlogin/sso/login")) {
                login.handleRequest(exchange);
            } else {
                page.handleRequest(exchange);
            }
        };
        var undertow = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(WORKERS)
                .setHandler(all)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException("port " + port + " for WeCom can't be opened: " + e.getMessage(), e);
        }
        return new SimulatorServer(undertow);
    }

    int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    void close() {
        undertow.stop();
    }
}
