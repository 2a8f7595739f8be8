package org.ronron.plugin.postgresql;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.ssl.WrappedFactory;
import org.ronron.api.Sockets;

/**
 * What pgjdbc is handed for one connection. It takes names of classes and makes them itself, in the
 * thread that connects: so what they hand on is bound to that thread while it does, and to nothing
 * longer.
 *
 * @param password is wiped by who lent it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Lent(Sockets sockets, InetSocketAddress peer, char[] password) {
    static final ScopedValue<Lent> NOW = ScopedValue.newInstance();

    /** All that it asks for: sockets, TLS over them, the certificate's name, the password. */
    public static final class Helper extends WrappedFactory
            implements HostnameVerifier, AuthenticationPlugin {
        private final Lent lent = NOW.get();

        /** Made by the library. */
        public Helper() {
            factory = lent.sockets().tls().getSocketFactory();
        }

        /** Without TLS, and connected already: the library would resolve the name by itself. */
        @Override
        public Socket createSocket() throws IOException {
            InetSocketAddress peer = lent.peer();
            return lent.sockets().plain().createSocket(peer.getHostString(), peer.getPort());
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            return lent.sockets().names().verify(host, session);
        }

        /** As characters, which the library wipes: never a text among its properties. */
        @Override
        public char[] getPassword(AuthenticationRequestType asked) {
            return lent.password().clone();
        }
    }
}
