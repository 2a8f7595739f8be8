package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets.Keyring;
import org.ronron.core.port.Secrets.State;

/** The file beside the vault, with a keyring in memory. */
class KeyringFileTest {
    private final Map<String, byte[]> keys = new HashMap<>();
    private boolean present = true;

    @TempDir Path folder;

    private final class InMemory implements SessionKeyring {
        @Override
        public boolean present() {
            return present;
        }

        @Override
        public Optional<byte[]> get(String vault) {
            return Optional.ofNullable(keys.get(vault)).map(byte[]::clone);
        }

        @Override
        public void put(String vault, byte[] key) {
            keys.put(vault, key.clone());
        }

        @Override
        public void forget(String vault) {
            keys.remove(vault);
        }
    }

    private VaultFile vault() {
        return new VaultFile(
                folder.resolve("vault"), new SecureRandom(), VaultFileTest.SMALL, new InMemory());
    }

    private VaultFile enrolled() throws Exception {
        VaultFile vault = vault();
        vault.create(VaultFileTest.PASSPHRASE);
        vault.put("a", "x".toCharArray());
        vault.useKeyring(true);
        vault.lock();
        return vault;
    }

    private Path file() {
        return folder.resolve("vault.keyring");
    }

    @Test
    void withoutTheWishThereIsNone() throws Exception {
        VaultFile vault = vault();
        assertEquals(Keyring.OFF, vault.keyring());
        present = false;
        assertEquals(Keyring.NONE, vault.keyring());
        vault.create(VaultFileTest.PASSPHRASE);
        vault.lock();
        VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
        VaultFileTest.refused(OwnError.VAULT_LOCKED, () -> vault.useKeyring(true));
        assertFalse(Files.exists(file()));
    }

    @Test
    void theKeyIsNewEachTimeAndNeitherTheDataKeyNorASecret() throws Exception {
        VaultFile vault = enrolled();
        byte[] first = keys.values().iterator().next().clone();
        assertEquals(32, first.length);
        vault.unlockByKeyring();
        vault.useKeyring(true);
        assertEquals(1, keys.size());
        assertFalse(java.util.Arrays.equals(first, keys.values().iterator().next()));
        vault.lock();
        vault.unlockByKeyring();
        assertEquals(State.OPEN, vault.state());
    }

    @Test
    void aFileThatWasTouchedOpensNothing() throws Exception {
        VaultFile vault = enrolled();
        byte[] whole = Files.readAllBytes(file());
        for (int i = 0; i < whole.length; i++) {
            byte[] touched = whole.clone();
            touched[i] ^= 1;
            Files.write(file(), touched);
            VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
        }
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 1));
        VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
        Files.write(file(), whole);
        vault.unlockByKeyring();
    }

    @Test
    void anotherKeyOpensNothing() throws Exception {
        VaultFile vault = enrolled();
        keys.replaceAll((name, key) -> new byte[32]);
        VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
        keys.replaceAll((name, key) -> new byte[5]);
        VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
        assertEquals(State.LOCKED, vault.state());
    }

    @Test
    void aNewVaultDoesNotOpenByTheOldOnesKey() throws Exception {
        VaultFile vault = enrolled();
        byte[] old = Files.readAllBytes(file());
        vault.renew("new".toCharArray());
        assertFalse(Files.exists(file()));
        assertTrue(keys.isEmpty());
        Files.write(file(), old);
        VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
    }
}
