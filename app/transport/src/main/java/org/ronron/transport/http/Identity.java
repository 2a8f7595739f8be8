package org.ronron.transport.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ronron.api.ConnectorException;
import org.ronron.api.Reach;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.UserFile;

/**
 * Where our own certificate for mutual TLS and its key lie. They are read when a server is dialled,
 * and again when a file has changed; nothing of them is ever copied or logged.
 */
public final class Identity {
    private final Keyring keyring;
    private final Path certificate;
    private final Path key;
    private final String keySetting;

    private Identity(Keyring keyring, Path certificate, Path key, String keySetting) {
        this.keyring = keyring;
        this.certificate = certificate;
        this.key = key;
        this.keySetting = keySetting;
    }

    /**
     * Reads {@link Reach#CLIENT_CERT} and {@link Reach#CLIENT_KEY}; a certificate without a key's
     * file has the key in its own.
     *
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}
     */
    public static Optional<Identity> of(
            Function<String, Optional<String>> settings, Keyring keyring)
            throws ConnectorException {
        Optional<String> certificate = settings.apply(Reach.CLIENT_CERT);
        Optional<String> key = settings.apply(Reach.CLIENT_KEY);
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        String endpoint = keyring.endpoint();
        if (certificate.isEmpty()) {
            throw Faults.setting(endpoint, Reach.CLIENT_CERT, Said.MISSING);
        }
        Path file = UserFile.named(endpoint, Reach.CLIENT_CERT, certificate.get());
        return Optional.of(
                key.isPresent()
                        ? new Identity(
                                keyring,
                                file,
                                UserFile.named(endpoint, Reach.CLIENT_KEY, key.get()),
                                Reach.CLIENT_KEY)
                        : new Identity(keyring, file, file, Reach.CLIENT_CERT));
    }

    /** Equal as long as the files are the same and unchanged. */
    Object stamp() {
        return List.of(stamp(certificate), stamp(key), keyring.has(Reach.CLIENT_KEY_PASSPHRASE));
    }

    private static Object stamp(Path file) {
        try {
            return List.of(file, Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException gone) {
            return file;
        }
    }

    /**
     * The certificate with what it needs on its way to an authority, and its key.
     *
     * @param now to tell whether it has expired
     * @throws ConnectorException {@link org.ronron.api.CommonError#BAD_SETTING}, or why there is no
     *     passphrase
     */
    Own read(Instant now) throws ConnectorException {
        List<X509Certificate> chain = chain();
        Own own = new Own(chain, key());
        own.check(keyring.endpoint(), now);
        if (!PrivateKeys.fits(own.key, chain.getFirst().getPublicKey())) {
            throw wrong(keySetting, Said.OTHER_KEY);
        }
        return own;
    }

    private List<X509Certificate> chain() throws ConnectorException {
        byte[] file = UserFile.read(keyring.endpoint(), Reach.CLIENT_CERT, certificate);
        try {
            List<X509Certificate> chain = Pem.certificates(file);
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException unreadable) {
            // said below
        }
        throw wrong(Reach.CLIENT_CERT, Said.HOLDS_NO_CERTIFICATE);
    }

    private PrivateKey key() throws ConnectorException {
        byte[] file = UserFile.read(keyring.endpoint(), keySetting, key);
        for (Pem part : Pem.parts(file)) {
            switch (part.kind()) {
                case "PRIVATE KEY" -> {
                    return PrivateKeys.read(part.content())
                            .orElseThrow(() -> wrong(keySetting, Said.HOLDS_NO_KEY));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return opened(part);
                }
                case "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                        throw wrong(keySetting, Said.NOT_PKCS8);
                default -> {}
            }
        }
        throw wrong(keySetting, Said.HOLDS_NO_KEY);
    }

    private PrivateKey opened(Pem part) throws ConnectorException {
        if (!keyring.has(Reach.CLIENT_KEY_PASSPHRASE)) {
            throw wrong(keySetting, Said.NEEDS_PASSPHRASE);
        }
        return keyring.with(
                        Reach.CLIENT_KEY_PASSPHRASE,
                        passphrase -> PrivateKeys.open(part.content(), passphrase))
                .orElseThrow(() -> wrong(keySetting, Said.OTHER_PASSPHRASE));
    }

    private ConnectorException wrong(String setting, Said reason) {
        return Faults.setting(keyring.endpoint(), setting, reason);
    }

    /** Without the files' names, which are nobody's business in a log. */
    @Override
    public String toString() {
        return "Identity[" + keyring.endpoint() + "]";
    }

    /** What was read. */
    record Own(List<X509Certificate> chain, PrivateKey key) {
        /** Holds it against the day. */
        void check(String endpoint, Instant now) throws ConnectorException {
            X509Certificate leaf = chain.getFirst();
            if (now.isAfter(leaf.getNotAfter().toInstant())) {
                throw Faults.setting(endpoint, Reach.CLIENT_CERT, Said.HAS_EXPIRED);
            }
            if (now.isBefore(leaf.getNotBefore().toInstant())) {
                throw Faults.setting(endpoint, Reach.CLIENT_CERT, Said.IS_NOT_VALID_YET);
            }
        }

        @Override
        public String toString() {
            return "Own[]";
        }
    }
}
