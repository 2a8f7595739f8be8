package org.ronron.plugin.postgresql;

import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import org.postgresql.Driver;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Sockets;

/**
 * One server, as the settings name it. Each look and each change is a connection of its own; one
 * that looks tells the server to refuse every change on it.
 *
 * @param database the one to connect to when none is meant
 */
record Server(Host host, Sockets sockets, InetSocketAddress peer, String database, boolean tls) {
    /** Of one statement, held by the server itself. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final String PORT =
            "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}";

    static Server of(Host host) throws ConnectorException {
        String name = checked(host, "host", "[A-Za-z0-9._:-]+", "is missing, or names no machine");
        String port = checked(host, "port", PORT, "is no port");
        checked(host, "user", ".+", "is missing");
        var peer = InetSocketAddress.createUnresolved(name, Integer.parseInt(port));
        Sockets sockets = host.sockets(peer);
        boolean tls = !host.setting("tls").orElse("on").equals("off");
        if (!tls && !sockets.confidential()) {
            checked(host, "tls", "on", "may be off only for this machine or through a tunnel");
        }
        return new Server(host, sockets, peer, host.setting("database").orElse(""), tls);
    }

    private static String checked(Host host, String key, String form, String reason)
            throws ConnectorException {
        String typed = host.setting(key).orElse("");
        if (!typed.matches(form)) {
            throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
        }
        return typed;
    }

    /** Who changes something: an account of its own where it has a password of its own. */
    String writer() {
        String user = host.setting("user").orElse("");
        return host.hasSecret("writerPassword") ? host.setting("writer").orElse(user) : user;
    }

    String address() {
        return "postgresql://" + peer.getHostString() + ":" + peer.getPort();
    }

    /** What is done on a connection. */
    interface Work<T> {
        T on(Statements statements) throws SQLException, ConnectorException;
    }

    /** Looks, on a connection whose server refuses every change. */
    <T> T read(String from, Work<T> work) throws ConnectorException {
        return connected(from, "", "", work);
    }

    /**
     * Changes.
     *
     * @param mark by which a later look finds what is still at work
     * @param name of what it is about, for errors
     * @throws ConnectorException whose effect is not known once a change is on its way and the
     *     server has not refused it
     */
    void change(String mark, String name, Work<Boolean> work) throws ConnectorException {
        connected(database, mark, name, work);
    }

    private <T> T connected(String to, String mark, String name, Work<T> work)
            throws ConnectorException {
        // what an earlier connection left behind is not this one's
        sockets.refused();
        boolean sent = false;
        try (Connection connection = login(to, mark)) {
            Statements statements = new Statements(connection, mark.isEmpty());
            try {
                return work.on(statements);
            } finally {
                sent = statements.sent;
            }
        } catch (SQLException e) {
            throw new SqlFaults(this).of(e, sent, name);
        }
    }

    private Connection login(String to, String mark) throws ConnectorException, SQLException {
        Properties how = new Properties();
        ResourceBundle fixed = ResourceBundle.getBundle("org.ronron.plugin.postgresql.pgjdbc");
        fixed.keySet().forEach(key -> how.setProperty(key, fixed.getString(key)));
        how.setProperty("user", host.writable() ? writer() : host.setting("user").orElse(""));
        how.setProperty("sslmode", tls ? "verify-full" : "disable");
        how.setProperty("ApplicationName", "ronron " + mark);
        String name = peer.getHostString();
        String shown = name.contains(":") ? "[" + name + "]" : name;
        String from = URLEncoder.encode(to, StandardCharsets.UTF_8);
        String url = "jdbc:postgresql://" + shown + ":" + peer.getPort() + "/" + from;
        Object made =
                host.secret(
                        "password",
                        password ->
                                ScopedValue.where(Lent.NOW, new Lent(sockets, peer, password))
                                        .call(() -> connect(url, how)));
        if (made instanceof SQLException refused) {
            throw refused;
        }
        return (Connection) made;
    }

    /** The connection, or why there is none: the password is lent to what throws nothing. */
    private static Object connect(String url, Properties how) {
        try {
            return Objects.requireNonNull(new Driver().connect(url, how));
        } catch (SQLException e) {
            return e;
        } catch (RuntimeException | OutOfMemoryError strange) {
            // what is no PostgreSQL leads the library astray, also to make room for any length
            return new SQLException(strange);
        }
    }
}
