package org.ronron.transport.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.ronron.core.port.Trust;

/**
 * The connections to one address under one state of trust. When what is trusted changes, a new wire
 * takes its place: no connection and no TLS session outlives the trust it was made under.
 */
final class Wire {
    /** Short, so that a server seldom closes an idle connection under a call's feet. */
    private static final long KEEP_SECONDS = 3;

    private final List<Trust.TrustedKey> trusted;
    private final ConnectionPool pool = new ConnectionPool(2, KEEP_SECONDS, TimeUnit.SECONDS);
    private final OkHttpClient client;

    /** Cleartext, for this very machine or for reading what is public. */
    Wire(OkHttpClient shared, List<Trust.TrustedKey> trusted) {
        this.trusted = trusted;
        this.client =
                shared.newBuilder()
                        .connectionPool(pool)
                        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        .build();
    }

    Wire(OkHttpClient shared, List<Trust.TrustedKey> trusted, Certificates certificates) {
        this.trusted = trusted;
        HostnameVerifier byName = shared.hostnameVerifier();
        this.client =
                shared.newBuilder()
                        .connectionPool(pool)
                        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                        .sslSocketFactory(context(certificates).getSocketFactory(), certificates)
                        .hostnameVerifier(
                                (host, session) ->
                                        pinned(certificates, session)
                                                || byName.verify(host, session))
                        .build();
    }

    OkHttpClient client() {
        return client;
    }

    boolean madeUnder(List<Trust.TrustedKey> now) {
        return trusted.equals(now);
    }

    /** Closes what is idle: the next call dials anew. */
    void hangUp() {
        pool.evictAll();
    }

    private static boolean pinned(Certificates certificates, SSLSession session) {
        try {
            return certificates.pinned((X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException | CertificateException nothingShown) {
            return false;
        }
    }

    private static SSLContext context(Certificates certificates) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {certificates}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
