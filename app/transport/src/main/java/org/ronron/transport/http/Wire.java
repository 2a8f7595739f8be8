package org.ronron.transport.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Route;

/**
 * The connections to one address under one state of trust. When what is trusted changes, a new wire
 * takes its place: no connection and no TLS session outlives the trust it was made under.
 */
final class Wire {
    /** Short, so that a server seldom closes an idle connection under a call's feet. */
    private static final long KEEP_SECONDS = 3;

    private final Optional<Object> through;
    private final List<Trust.TrustedKey> trusted;
    private final Optional<Showing> showing;
    private final ConnectionPool pool = new ConnectionPool(2, KEEP_SECONDS, TimeUnit.SECONDS);
    private final OkHttpClient client;
    private volatile boolean proven;

    /** Cleartext, for this very machine or for reading what is public. */
    Wire(OkHttpClient shared, Optional<Route> route, List<Trust.TrustedKey> trusted) {
        this.through = route.map(Route::through);
        this.showing = Optional.empty();
        this.trusted = trusted;
        this.client =
                shared.newBuilder()
                        .connectionPool(pool)
                        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        .build();
    }

    Wire(
            OkHttpClient shared,
            Optional<Route> route,
            List<Trust.TrustedKey> trusted,
            Certificates certificates,
            Showing showing) {
        this.through = route.map(Route::through);
        this.showing = Optional.of(showing);
        this.trusted = trusted;
        HostnameVerifier byName = shared.hostnameVerifier();
        this.client =
                shared.newBuilder()
                        .connectionPool(pool)
                        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                        .sslSocketFactory(
                                context(certificates, showing).getSocketFactory(), certificates)
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

    boolean goes(Optional<Route> route) {
        return through.equals(route.map(Route::through));
    }

    /** Whether the server has asked for our certificate. */
    boolean asked() {
        return showing.map(Showing::asked).orElse(false);
    }

    /** The server has answered us: it lets us in. */
    void prove() {
        proven = true;
    }

    boolean proven() {
        return proven;
    }

    /** Whether we have one to show. */
    boolean shows() {
        return showing.map(Showing::has).orElse(false);
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

    static SSLContext context(Certificates certificates, Showing showing) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {showing}, new TrustManager[] {certificates}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
