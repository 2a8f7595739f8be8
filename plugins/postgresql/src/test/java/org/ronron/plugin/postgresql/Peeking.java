package org.ronron.plugin.postgresql;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Host;
import org.ronron.api.Session;

/** The connector, with a look at what it was lent. */
final class Peeking implements Connector {
    private final PostgresqlConnector connector = new PostgresqlConnector();
    private @Nullable Host host;

    Host host() {
        return Objects.requireNonNull(host);
    }

    @Override
    public Session open(Host lent) throws ConnectorException {
        host = lent;
        return connector.open(lent);
    }

    @Override
    public Descriptor descriptor() {
        return connector.descriptor();
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return connector.texts(locale);
    }
}
