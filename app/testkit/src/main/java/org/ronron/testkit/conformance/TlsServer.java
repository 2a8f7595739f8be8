package org.ronron.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server with a certificate that nobody vouches for, which counts who says anything to it after
 * the handshake. What is said is answered with a head of HTTP and bytes without end, as fast as
 * they are taken.
 */
public final class TlsServer implements AutoCloseable {
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Executor executor;
    private final AtomicInteger spoken = new AtomicInteger();
    private final AtomicReference<SSLServerSocket> listening = new AtomicReference<>();

    public TlsServer(Executor executor) throws IOException {
        this.executor = executor;
        listen(0);
    }

    public int port() {
        return listening.get().getLocalPort();
    }

    /** How many connections have brought a byte of ours. */
    public int spoken() {
        return spoken.get();
    }

    /** The same server with another certificate, as after a reinstallation or a stranger's. */
    public void changeCertificate() throws IOException {
        int port = port();
        listening.get().close();
        listen(port);
    }

    private void listen(int port) throws IOException {
        HeldCertificate self =
                new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
        SSLServerSocket socket =
                (SSLServerSocket)
                        new HandshakeCertificates.Builder()
                                .heldCertificate(self)
                                .build()
                                .sslContext()
                                .getServerSocketFactory()
                                .createServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
        listening.set(socket);
        executor.execute(() -> accept(socket));
    }

    private void accept(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                SSLSocket one = (SSLSocket) socket.accept();
                executor.execute(() -> serve(one));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket one) {
        try (Socket open = one) {
            InputStream in = open.getInputStream();
            if (in.read() < 0) {
                return;
            }
            spoken.incrementAndGet();
            OutputStream out = open.getOutputStream();
            out.write(HEAD);
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) '[');
            for (long sent = 0; sent < 1L << 31; sent += block.length) {
                out.write(block);
            }
        } catch (IOException refusedOrGone) {
            // as it should be
        }
    }

    @Override
    public void close() throws IOException {
        listening.get().close();
    }
}
