package org.ronron.core.port;

import java.util.List;

/** Host keys and certificates that a person has accepted. A failure to read is never "unknown". */
public interface Trust {
    /** What is trusted at this address ({@code ssh://host:port}, {@code https://host:port}). */
    List<TrustedKey> keys(String address) throws StorageException;

    void accept(TrustedKey key) throws StorageException;

    /** Forgets a key: an act of its own, written in the history. */
    void forget(String address, String fingerprint) throws StorageException;

    /**
     * @param algorithm {@code ssh-ed25519}, {@code x509}
     * @param fingerprint {@code SHA256:…}, base 64 without padding as OpenSSH prints it
     */
    record TrustedKey(
            String address,
            String algorithm,
            String fingerprint,
            long acceptedAt,
            String acceptedBy) {}
}
