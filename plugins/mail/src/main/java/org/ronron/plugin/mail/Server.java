package org.ronron.plugin.mail;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Sockets;
import org.ronron.lent.TlsAtOnce;

/**
 * How the server is reached: everything goes over the host's sockets and trust.
 *
 * @param tls {@code starttls}, {@code tls} or {@code none}
 * @param user empty where the server asks for no login
 */
record Server(Sockets sockets, String name, int port, String tls, String user) {
    static final String STARTTLS = "starttls";
    static final String TLS = "tls";
    static final String NONE = "none";

    /** Milliseconds that the server may say nothing; the host's own limit may be shorter. */
    private static final String SILENCE = "60000";

    static Server of(Host host) throws ConnectorException {
        String name = host.setting("host").orElse("").strip();
        if (name.isBlank()) {
            throw bad(host, "host", "is missing");
        }
        String port = host.setting("port").orElse("587").strip();
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw bad(host, "port", "is not between 1 and 65535");
        }
        int number = Integer.parseInt(port);
        Sockets sockets = host.sockets(InetSocketAddress.createUnresolved(name, number));
        String tls = host.setting("tls").orElse(STARTTLS);
        if (tls.equals(NONE) && !sockets.confidential()) {
            throw bad(host, "tls", "may be none only for a server on this computer");
        }
        return new Server(sockets, name, number, tls, host.setting("user").orElse("").strip());
    }

    static ConnectorException bad(Host host, String key, String reason) {
        return host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
    }

    String address() {
        return "smtp://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }

    /** A connection that is not yet made; see the package {@code org.eclipse.angus.mail.smtp}. */
    Line line() {
        Properties settings = new Properties();
        String p = "mail.smtp.";
        // asked for TLS at once, the library would take a socket of its own: it never is
        boolean atOnce = tls.equals(TLS);
        settings.put(p + "socketFactory", atOnce ? new TlsAtOnce(sockets) : sockets.plain());
        settings.put(p + "ssl.socketFactory", sockets.tls().getSocketFactory());
        settings.put(p + "socketFactory.fallback", "false");
        settings.put(p + "ssl.hostnameverifier", sockets.names());
        settings.put(p + "ssl.checkserveridentity", "false");
        settings.put(p + "starttls.enable", Boolean.toString(tls.equals(STARTTLS)));
        settings.put(p + "starttls.required", Boolean.toString(tls.equals(STARTTLS)));
        settings.put(p + "auth", Boolean.toString(!user.isEmpty()));
        settings.put(p + "auth.mechanisms", "PLAIN LOGIN");
        settings.put(p + "timeout", SILENCE);
        settings.put(p + "connectiontimeout", SILENCE);
        settings.put(p + "quitwait", "false");
        settings.put(p + "localhost", "ronron.invalid");
        return new Line(Session.getInstance(settings), this);
    }

    /** One connection; remembers how the server greeted, and whether a mail was begun. */
    static final class Line extends SMTPTransport {
        /** What the library takes for the answer of a server that is gone. */
        private static final String ENDED = "[EOF]";

        private String greeting = "";
        private boolean begun;

        private Line(Session session, Server server) {
            super(session, new URLName("smtp", server.name, server.port, null, null, null));
        }

        @Override
        protected int readServerResponse() throws jakarta.mail.MessagingException {
            int code = super.readServerResponse();
            if (greeting.isEmpty() && !ENDED.equals(getLastServerResponse())) {
                greeting = String.valueOf(getLastServerResponse());
            }
            return code;
        }

        @Override
        protected OutputStream data() throws jakarta.mail.MessagingException {
            OutputStream out = super.data();
            begun = true;
            return out;
        }

        String greeting() {
            return greeting;
        }

        /** The code of a server that greets with a refusal; 0 of any other. */
        int refusal() {
            return greeting.matches("(?s)[45][0-9]{2}[ -].*")
                    ? Integer.parseInt(greeting.substring(0, 3))
                    : 0;
        }

        /** Whether the server may have the mail by now. */
        boolean begun() {
            return begun;
        }
    }
}
