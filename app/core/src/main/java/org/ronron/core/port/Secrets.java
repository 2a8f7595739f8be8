package org.ronron.core.port;

import java.util.Optional;
import java.util.Set;

/** The vault. Values are char arrays that the caller wipes; they never enter the store or a log. */
public interface Secrets {
    /** Whether there is a vault, and whether it is open. */
    enum State {
        ABSENT,
        LOCKED,
        OPEN
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

    /** A copy of the value; empty when there is none of this name. */
    Optional<char[]> get(String name) throws StorageException;

    /** Of all secrets, sorted. */
    Set<String> names() throws StorageException;

    /** On the disk when it returns. */
    void put(String name, char[] value) throws StorageException;

    void remove(String name) throws StorageException;
}
