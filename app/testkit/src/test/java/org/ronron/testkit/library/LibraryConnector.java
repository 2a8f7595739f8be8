package org.ronron.testkit.library;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Sockets;

/**
 * Stands for connectors whose client library brings its own protocol, MinIO's or PostgreSQL's: it
 * is given factories, opens its connection when it likes, reads as much as it is sent, and knows
 * its own exceptions only.
 */
final class LibraryConnector implements Connector {
    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "library",
                List.of(
                        Setting.required("host", Setting.Kind.HOST),
                        Setting.required("port", Setting.Kind.PORT)),
                Set.of(Inventory.class),
                Set.of(),
                "fth-box",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        String name = host.setting("host").orElse("");
        int port = Integer.parseInt(host.setting("port").orElse("0"));
        Sockets sockets = host.sockets(InetSocketAddress.createUnresolved(name, port));
        Inventory inventory = () -> asked(host, sockets, name, port);
        return Session.of(List.of(inventory));
    }

    private static Observation asked(Host host, Sockets sockets, String name, int port)
            throws ConnectorException {
        try {
            return Observation.of(host.clock().instant(), library(sockets, name, port), "f");
        } catch (IOException libraries) {
            Fault why =
                    sockets.refused()
                            .orElseGet(
                                    () ->
                                            Fault.of(
                                                    CommonError.BAD_ANSWER,
                                                    host.endpointName(),
                                                    "address",
                                                    name,
                                                    "found",
                                                    "an error of its own"));
            throw new ConnectorException(why, libraries);
        }
    }

    private static String library(Sockets sockets, String name, int port) throws IOException {
        try (Socket socket = sockets.tls().getSocketFactory().createSocket(name, port)) {
            socket.getOutputStream().write("HELLO\n".getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[1 << 16];
            long all = 0;
            for (int n = socket.getInputStream().read(some); n >= 0; ) {
                all += n;
                n = socket.getInputStream().read(some);
            }
            return Long.toString(all);
        }
    }
}
