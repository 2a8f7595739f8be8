package org.ronron.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
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
    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final AtomicReference<SSLSocketFactory> certificate = new AtomicReference<>(fresh());

    public TlsServer(Executor executor) throws IOException {
        this.executor = executor;
        executor.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections have brought a byte of ours. */
    public int spoken() {
        return spoken.get();
    }

    /**
     * The same server with another certificate, as after a reinstallation or a stranger's. It goes
     * on listening: a port that is let go of may be somebody else's before it is asked for again.
     */
    public void changeCertificate() {
        certificate.set(fresh());
    }

    private static SSLSocketFactory fresh() {
        HeldCertificate self =
                new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(self)
                .build()
                .sslContext()
                .getSocketFactory();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket plain = listening.accept();
                executor.execute(() -> serve(plain));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket one = (SSLSocket) certificate.get().createSocket(plain, null, true);
        one.setUseClientMode(false);
        return one;
    }

    private void serve(Socket plain) {
        try (Socket open = secured(plain)) {
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
        listening.close();
    }
}
