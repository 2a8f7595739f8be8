package org.ronron.transport.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * For libraries that want a trust manager beside a socket factory: on sockets of ours it is never
 * asked, and on any other it trusts nobody.
 */
record OursAlone(X509TrustManager platform) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("only sockets of this host are trusted");
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
}
