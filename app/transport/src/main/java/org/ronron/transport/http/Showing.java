package org.ronron.transport.http;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows our own certificate to a server that asks for one, whatever authorities it names: it
 * decides. Remembers whether it was asked, since a server that misses one often says little.
 */
final class Showing extends X509ExtendedKeyManager {
    private static final String ALIAS = "own";

    private final Optional<Identity.Own> own;
    private volatile boolean asked;

    Showing(Optional<Identity.Own> own) {
        this.own = own;
    }

    /** Whether the server has asked for a certificate. */
    boolean asked() {
        return asked;
    }

    /** Whether there is one to show. */
    boolean has() {
        return own.isPresent();
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        asked = true;
        return own.isPresent() ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return own.map(o -> o.chain().toArray(new X509Certificate[0])).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return own.map(Identity.Own::key).orElse(null);
    }

    @Override
    public String[] getClientAliases(String kind, Principal @Nullable [] issuers) {
        return own.isPresent() ? new String[] {ALIAS} : new String[0];
    }

    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
