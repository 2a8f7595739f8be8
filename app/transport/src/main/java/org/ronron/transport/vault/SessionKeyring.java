package org.ronron.transport.vault;

import java.util.Optional;
import org.ronron.core.port.StorageException;

/**
 * The keyring of the person's session. It holds one key of 32 bytes a vault, never a secret of a
 * connection: any program of the session can read it while it is open.
 */
public interface SessionKeyring {
    /** Whether there seems to be one; fails fast and asks nobody. */
    boolean present();

    /**
     * The key of this vault, waiting for the person where the desktop asks to open the keyring.
     *
     * @param vault the vault's own name for itself, no secret
     * @return empty when the keyring answers and holds none
     * @throws StorageException {@link org.ronron.core.port.OwnError#KEYRING_MISSING}, {@link
     *     org.ronron.core.port.OwnError#KEYRING_LOCKED}
     */
    Optional<byte[]> get(String vault) throws StorageException;

    /** As {@link #get}, keeping a key. */
    void put(String vault, byte[] key) throws StorageException;

    /** Forgets the key; one that cannot be reached is left. */
    void forget(String vault);

    /** Where there is none: another system than Linux, practice, tests. */
    static SessionKeyring none() {
        return new SessionKeyring() {
            @Override
            public boolean present() {
                return false;
            }

            @Override
            public Optional<byte[]> get(String vault) throws StorageException {
                throw SecretTool.missing("there is none");
            }

            @Override
            public void put(String vault, byte[] key) throws StorageException {
                throw SecretTool.missing("there is none");
            }

            @Override
            public void forget(String vault) {
                // it holds nothing
            }
        };
    }
}
