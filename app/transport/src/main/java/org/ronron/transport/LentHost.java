package org.ronron.transport;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.MadeSecret;
import org.ronron.api.Setting;
import org.ronron.api.Shell;
import org.ronron.api.Sockets;
import org.ronron.core.port.Workspace;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Route;
import org.ronron.transport.guard.Site;
import org.ronron.transport.http.EndpointHttp;
import org.ronron.transport.http.Identity;
import org.ronron.transport.http.LentSockets;
import org.ronron.transport.http.Reaching;
import org.ronron.transport.ssh.EndpointShell;
import org.ronron.transport.ssh.Machine;
import org.ronron.transport.ssh.Via;

/** What a connector's session is lent for one endpoint. */
record LentHost(
        Workspace.EndpointRow row,
        List<Setting> settings,
        Site site,
        Keyring keyring,
        Line line,
        InstantSource clock,
        SecureRandom random)
        implements Host {
    @Override
    public String endpointId() {
        return row.id();
    }

    @Override
    public String endpointName() {
        return row.name();
    }

    @Override
    public Optional<String> setting(String key) {
        String given = row.settings().get(key);
        if (given != null && !given.isBlank()) {
            return Optional.of(given);
        }
        return settings.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .flatMap(Setting::preset);
    }

    @Override
    public boolean hasSecret(String key) {
        return keyring.has(key);
    }

    @Override
    public <T> T secret(String key, Function<char[], T> use) throws ConnectorException {
        return keyring.with(writable() ? keyring.forChange(key) : key, use);
    }

    @Override
    public <T> T made(MadeSecret secret, Function<char[], T> use) throws ConnectorException {
        if (!writable()) {
            throw fault(CommonError.READ_ONLY, "call", secret.label());
        }
        return keyring.made(secret, use);
    }

    @Override
    public Http http(URI base, Auth auth) {
        return new EndpointHttp(site, line.http(), reaching(), base, auth, keyring);
    }

    @Override
    public Shell shell() throws ConnectorException {
        Machine machine = Machine.of(row.name(), this::setting);
        return new EndpointShell(site, line.ssh(), way(), machine, keyring, random);
    }

    @Override
    public Sockets sockets(InetSocketAddress peer) throws ConnectorException {
        return new LentSockets(site, line.http(), reaching(), peer);
    }

    private Reaching reaching() {
        return new Reaching() {
            @Override
            public Optional<Route> route() throws ConnectorException {
                return line.ssh().route(site, way(), keyring);
            }

            @Override
            public Optional<Identity> identity() throws ConnectorException {
                return Identity.of(LentHost.this::setting, keyring);
            }
        };
    }

    /** A machine on the way to one that is logged in at by SSH has the same user, unless named. */
    private List<Machine> way() throws ConnectorException {
        boolean overSsh = settings.stream().anyMatch(s -> s.key().equals("keyFile"));
        return Via.machines(
                row.name(), this::setting, overSsh ? setting("user") : Optional.empty());
    }

    @Override
    public boolean writable() {
        return site.writable();
    }

    /** Without settings and secrets' names. */
    @Override
    public String toString() {
        return "Host[" + row.name() + "]";
    }
}
