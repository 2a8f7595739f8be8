package org.ronron.transport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS for a client library: sockets only, and only over those that were lent to it. */
final class PeerTls extends SSLContextSpi {
    private final LentSockets lent;
    private final SSLContext standard;

    private PeerTls(LentSockets lent, SSLContext standard) {
        this.lent = lent;
        this.standard = standard;
    }

    static SSLContext over(LentSockets lent) {
        try {
            SSLContext standard = SSLContext.getDefault();
            return new Made(new PeerTls(lent, standard), standard);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static final class Made extends SSLContext {
        Made(SSLContextSpi spi, SSLContext standard) {
            super(spi, standard.getProvider(), "TLS");
        }
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keys,
            TrustManager @Nullable [] trust,
            @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("its trust is the host's");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return new Factory(lent, standard.getSocketFactory());
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw new UnsupportedOperationException("this is no server");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        throw new UnsupportedOperationException("only sockets");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(@Nullable String host, int port) {
        throw new UnsupportedOperationException("only sockets");
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return standard.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return standard.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return standard.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return standard.getSupportedSSLParameters();
    }

    /** Layers TLS; the host's name is the peer's, whatever it is told. */
    private static final class Factory extends SSLSocketFactory {
        private final LentSockets lent;
        private final SSLSocketFactory standard;

        Factory(LentSockets lent, SSLSocketFactory standard) {
            this.lent = lent;
            this.standard = standard;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return standard.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return standard.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            // Without a cause, or some libraries would take a socket of their own instead.
            throw new SocketException("TLS is layered on a connected socket of this host");
        }

        @Override
        public Socket createSocket(@Nullable Socket socket, String host, int port, boolean close)
                throws IOException {
            return lent.layered(socket, close);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return lent.layered(lent.createSocket(host, port), true);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }
    }
}
