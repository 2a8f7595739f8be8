package org.ronron.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Observation;

/** Opens one connection for {@code check}; given by the composition root. */
public interface Checks {
    List<Connector> connectors();

    /**
     * Asks once and keeps nothing; read-only.
     *
     * @param secrets values by setting key; wiped by the caller
     * @param trusted fingerprints to trust for this call, beside those of the workspace
     */
    Observation observe(
            Connector connector,
            Map<String, String> settings,
            Map<String, char[]> secrets,
            List<String> trusted,
            Duration timeout)
            throws ConnectorException;
}
