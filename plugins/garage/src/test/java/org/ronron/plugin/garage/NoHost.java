package org.ronron.plugin.garage;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.ronron.api.Auth;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** A host that lends nothing: what runs on it does no input or output. */
record NoHost() implements Host {
    @Override
    public String endpointId() {
        return "e1";
    }

    @Override
    public String endpointName() {
        return "Chez Zoé";
    }

    @Override
    public Optional<String> setting(String key) {
        return Optional.empty();
    }

    @Override
    public boolean hasSecret(String key) {
        return false;
    }

    @Override
    public Http http(URI base, Auth auth) {
        throw new IllegalStateException("no HTTP");
    }

    @Override
    public Shell shell() {
        throw new IllegalStateException("no shell");
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public InstantSource clock() {
        throw new IllegalStateException("no clock");
    }
}
