package org.ronron.transport.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.port.Trust;
import org.ronron.transport.guard.Fingerprint;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.TrustGate;

/**
 * Trusts the certificate that a person accepted at this address, and only that one; where none was
 * accepted, what the platform's authorities vouch for under the host's name. Nothing else.
 */
final class Certificates extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager platform;
    private final InstantSource clock;
    private final TrustGate gate;
    private final Site site;
    private final String address;
    private final List<Trust.TrustedKey> accepted;
    private final Heard heard;

    /** Who wants to know what came of it, beside the one that shakes hands. */
    interface Heard {
        /** Nobody. */
        Heard NOBODY =
                new Heard() {
                    @Override
                    public void refused(Fault fault) {
                        // the exception carries it
                    }

                    @Override
                    public void agreed(X509Certificate leaf) {
                        // the handshake goes on
                    }
                };

        void refused(Fault fault);

        void agreed(X509Certificate leaf);
    }

    Certificates(
            X509ExtendedTrustManager platform,
            InstantSource clock,
            TrustGate gate,
            Site site,
            String address,
            List<Trust.TrustedKey> accepted,
            Heard heard) {
        this.platform = platform;
        this.clock = clock;
        this.gate = gate;
        this.site = site;
        this.address = address;
        this.accepted = accepted;
        this.heard = heard;
    }

    /** Whether a person accepted this very certificate; then its names do not matter. */
    boolean pinned(X509Certificate leaf) throws CertificateException {
        return accepted.stream().anyMatch(shown(leaf)::is);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        if (!accepted.isEmpty()) {
            refuse(judged(chain, false), null);
            Instant until = chain[0].getNotAfter().toInstant();
            boolean expired = clock.instant().isAfter(until);
            gate.days(address, expired ? Optional.of(until) : Optional.empty());
            heard.agreed(chain[0]);
            return;
        }
        try {
            SSLSocket tls = (SSLSocket) socket;
            SSLParameters named = tls.getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(named);
            platform.checkServerTrusted(chain, kind, tls);
            heard.agreed(chain[0]);
        } catch (CertificateException e) {
            refuse(judged(chain, vouched(chain, kind, socket)), e);
        }
    }

    /** Whether an authority vouches for this chain, if under another name. */
    private boolean vouched(X509Certificate[] chain, String kind, Socket socket) {
        try {
            SSLSocket tls = (SSLSocket) socket;
            SSLParameters unnamed = tls.getSSLParameters();
            unnamed.setEndpointIdentificationAlgorithm("");
            tls.setSSLParameters(unnamed);
            platform.checkServerTrusted(chain, kind, tls);
            return true;
        } catch (CertificateException no) {
            return false;
        }
    }

    private Optional<Fault> judged(X509Certificate[] chain, boolean vouched)
            throws CertificateException {
        TrustGate.Shown plain = shown(chain[0]);
        Map<String, String> portrait = new Portrait(clock.instant()).of(chain, vouched);
        return gate.judge(
                site,
                address,
                accepted,
                new TrustGate.Shown(plain.algorithm(), plain.fingerprint(), portrait));
    }

    private void refuse(Optional<Fault> fault, @Nullable CertificateException cause)
            throws CertificateException {
        if (fault.isPresent()) {
            heard.refused(fault.get());
            throw new Refused(fault.get(), cause);
        }
    }

    private static TrustGate.Shown shown(X509Certificate leaf) throws CertificateException {
        return new TrustGate.Shown("x509", Fingerprint.of(leaf.getEncoded()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    /** The handshake ends here, with the fault for the volunteer. */
    static final class Refused extends CertificateException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Refused(Fault fault, @Nullable CertificateException cause) {
            super(fault.toString(), cause);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }
}
