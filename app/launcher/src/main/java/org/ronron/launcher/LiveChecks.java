package org.ronron.launcher;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.cli.Checks;
import org.ronron.core.port.Connections;
import org.ronron.core.port.Trust;
import org.ronron.core.port.Workspace;
import org.ronron.transport.Transport;

/**
 * One connection for {@code check}, over the same transport as the window's, read-only.
 *
 * @param trust of the workspace, read when a check runs
 */
record LiveChecks(List<Connector> connectors, Trust trust, InstantSource clock) implements Checks {
    @Override
    public Observation observe(
            Connector connector,
            Map<String, String> settings,
            Map<String, char[]> secrets,
            List<String> trusted,
            Duration timeout)
            throws ConnectorException {
        HeldSecrets held = new HeldSecrets();
        Map<String, String> names = new HashMap<>();
        secrets.forEach(
                (key, value) -> {
                    held.put("check:" + key, value);
                    names.put(key, "check:" + key);
                });
        String type = connector.descriptor().id();
        Workspace.EndpointRow row =
                new Workspace.EndpointRow("check", "check", type, type, settings, names, 0);
        // never waited for: a name lookup that hangs must not hold the answer back
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try (Connections connections =
                        new Transport(
                                new OneTimeTrust(trust, trusted),
                                held,
                                clock,
                                new SecureRandom(),
                                workers);
                Session session = connections.open(row, connector, false, timeout)) {
            return session.capability(Inventory.class)
                    .orElseThrow(
                            () ->
                                    new ConnectorException(
                                            Fault.of(
                                                    CommonError.WRONG_VERSION,
                                                    type,
                                                    "version",
                                                    "?",
                                                    "supported",
                                                    String.join(
                                                            ", ",
                                                            connector
                                                                    .descriptor()
                                                                    .testedVersions()))))
                    .observe();
        } finally {
            workers.shutdownNow();
            names.values().forEach(held::remove);
        }
    }
}
