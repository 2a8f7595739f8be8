package org.ronron.practice.clusters;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.ronron.api.Auth;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** Lends a session nothing but a server in memory. */
record MemoryHost(Http server, InstantSource clock) implements Host {
    static final String ENDPOINT = "nomad";
    static final String URL = "http://127.0.0.1:4646";

    @Override
    public String endpointId() {
        return ENDPOINT;
    }

    @Override
    public String endpointName() {
        return ENDPOINT;
    }

    @Override
    public Optional<String> setting(String key) {
        return key.equals("url") ? Optional.of(URL) : Optional.empty();
    }

    @Override
    public boolean hasSecret(String key) {
        return false;
    }

    @Override
    public Http http(URI base, Auth auth) {
        return server;
    }

    @Override
    public Shell shell() {
        throw new IllegalStateException("there is no machine");
    }

    @Override
    public boolean writable() {
        return false;
    }
}
