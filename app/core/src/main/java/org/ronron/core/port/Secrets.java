package org.ronron.core.port;

import java.util.Optional;
import java.util.Set;
import org.ronron.api.Fault;

/** The vault. Values are char arrays that the caller wipes; they never enter the store or a log. */
public interface Secrets {
    /** Whether there is a vault, and whether it is open. */
    enum State {
        ABSENT,
        LOCKED,
        OPEN
    }

    /** Whether the keyring of the person's session may open the vault. */
    enum Keyring {
        /** There is none here. */
        NONE,
        OFF,
        ON
    }

    State state();

    /** Makes the vault with its passphrase; refused when there is one. */
    void create(char[] passphrase) throws StorageException;

    /** Opens it until {@link #lock}. */
    void unlock(char[] passphrase) throws StorageException;

    void lock();

    /**
     * Begins a new vault, empty and open, where the passphrase of the old one is forgotten or it is
     * damaged. What the old one holds is not taken over; its file is kept beside.
     *
     * @return the name under which the old file is kept; empty when there was none
     */
    String renew(char[] passphrase) throws StorageException;

    /** How the keyring of the person's session stands to the vault; answers at once. */
    default Keyring keyring() {
        return Keyring.NONE;
    }

    /**
     * Opens it with the key in the session's keyring; the desktop may ask the person for that one.
     *
     * @throws StorageException {@link OwnError#KEYRING_MISSING}, {@link OwnError#KEYRING_LOCKED},
     *     {@link OwnError#KEYRING_EMPTY}: the passphrase opens it as ever
     */
    default void unlockByKeyring() throws StorageException {
        throw new StorageException(Fault.of(OwnError.KEYRING_MISSING, "", "cause", ""), null);
    }

    /**
     * Lets the session's keyring open the vault from now on, or no more. Needs an open vault to
     * begin.
     */
    default void useKeyring(boolean use) throws StorageException {
        if (use) {
            throw new StorageException(Fault.of(OwnError.KEYRING_MISSING, "", "cause", ""), null);
        }
    }

    /** A copy of the value; empty when there is none of this name. */
    Optional<char[]> get(String name) throws StorageException;

    /** Of all secrets, sorted. */
    Set<String> names() throws StorageException;

    /** On the disk when it returns. */
    void put(String name, char[] value) throws StorageException;

    void remove(String name) throws StorageException;
}
