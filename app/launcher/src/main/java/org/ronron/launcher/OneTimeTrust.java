package org.ronron.launcher;

import java.util.ArrayList;
import java.util.List;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Trust;

/**
 * Trust for one {@code check}: what the workspace trusts, and the fingerprints that were given on
 * the command line. Nothing is kept.
 *
 * @param given trusted at every address of this run, where the workspace knows no other key: with a
 *     machine on the way there are several
 */
record OneTimeTrust(Trust workspace, List<String> given) implements Trust {
    private static final List<String> ALGORITHMS =
            List.of(
                    "x509",
                    "ssh-ed25519",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "rsa-sha2-512",
                    "ssh-rsa");

    @Override
    public List<TrustedKey> keys(String address) throws StorageException {
        List<TrustedKey> known = new ArrayList<>(workspace.keys(address));
        // A key that the workspace knows is never overruled from the command line.
        if (known.isEmpty()) {
            for (String fingerprint : given) {
                for (String algorithm : ALGORITHMS) {
                    known.add(new TrustedKey(address, algorithm, fingerprint, 0, ""));
                }
            }
        }
        return List.copyOf(known);
    }

    @Override
    public void accept(TrustedKey key) {
        throw new IllegalStateException("a check keeps nothing");
    }

    @Override
    public void forget(String address, String fingerprint) {
        throw new IllegalStateException("a check keeps nothing");
    }
}
