package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets.Keyring;
import org.ronron.core.port.Secrets.State;

/** The vault opened by a real GNOME keyring, and what is said when that cannot be. */
class RealKeyringTest {
    private static final String SECRET = "canary-of-a-token-8c1d";

    @TempDir Path folder;

    @BeforeAll
    static void needed() {
        RealKeyring.needed();
    }

    private VaultFile vault(Map<String, String> environment) {
        return new VaultFile(
                folder.resolve("vault"),
                new SecureRandom(),
                VaultFileTest.SMALL,
                new SecretTool(environment, Duration.ofSeconds(20)));
    }

    private VaultFile enrolled(RealKeyring keyring) throws Exception {
        VaultFile vault = vault(keyring.environment());
        vault.create(VaultFileTest.PASSPHRASE);
        vault.put("token", SECRET.toCharArray());
        assertEquals(Keyring.OFF, vault.keyring());
        vault.useKeyring(true);
        assertEquals(Keyring.ON, vault.keyring());
        vault.lock();
        return vault;
    }

    @Test
    void itsKeyOpensTheVaultAndIsAllThatItHolds() throws Exception {
        try (RealKeyring keyring = new RealKeyring(folder.resolve("k"))) {
            enrolled(keyring);
            VaultFile next = vault(keyring.environment());
            next.unlockByKeyring();
            assertArrayEquals(SECRET.toCharArray(), next.get("token").orElseThrow());
            next.put("more", "x".toCharArray());
            next.lock();
            next.unlockByKeyring();
            assertEquals(State.OPEN, next.state());
            String files = new String(keyring.files(), StandardCharsets.ISO_8859_1);
            assertFalse(files.contains(SECRET));
            Process shown = shown(keyring);
            String all = new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(all.contains("attribute.application = org.ronron"), all);
            assertFalse(all.contains(SECRET), all);
            String key =
                    Arrays.stream(all.split("\n"))
                            .filter(line -> line.startsWith("secret = "))
                            .reduce((a, b) -> a + b)
                            .orElseThrow()
                            .substring("secret = ".length());
            assertEquals(32, java.util.Base64.getDecoder().decode(key).length);
        }
    }

    private static Process shown(RealKeyring keyring) throws Exception {
        ProcessBuilder search =
                new ProcessBuilder("secret-tool", "search", "--all", "application", "org.ronron")
                        .redirectErrorStream(true);
        search.environment().clear();
        search.environment().putAll(keyring.environment());
        return search.start();
    }

    @Test
    void aLockedOneAndAnEmptiedOneAndNoneAreToldApart() throws Exception {
        try (RealKeyring keyring = new RealKeyring(folder.resolve("k"))) {
            VaultFile vault = enrolled(keyring);
            keyring.lock();
            VaultFileTest.refused(OwnError.KEYRING_LOCKED, vault::unlockByKeyring);
            vault.unlock(VaultFileTest.PASSPHRASE);
            VaultFileTest.refused(OwnError.KEYRING_LOCKED, () -> vault.useKeyring(true));
            assertArrayEquals(SECRET.toCharArray(), vault.get("token").orElseThrow());
        }
        try (RealKeyring emptied = new RealKeyring(folder.resolve("other"))) {
            VaultFile vault = vault(emptied.environment());
            VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
            vault.unlock(VaultFileTest.PASSPHRASE);
            vault.useKeyring(true);
            vault.lock();
            vault.unlockByKeyring();
            assertEquals(State.OPEN, vault.state());
        }
        VaultFile alone = vault(Map.of("PATH", "/usr/bin", "HOME", folder.toString()));
        VaultFileTest.refused(OwnError.KEYRING_MISSING, alone::unlockByKeyring);
        alone.unlock(VaultFileTest.PASSPHRASE);
        assertEquals(State.OPEN, alone.state());
    }

    @Test
    void turnedOffNothingOfItIsLeft() throws Exception {
        try (RealKeyring keyring = new RealKeyring(folder.resolve("k"))) {
            VaultFile vault = enrolled(keyring);
            vault.useKeyring(false);
            assertEquals(Keyring.OFF, vault.keyring());
            VaultFileTest.refused(OwnError.KEYRING_EMPTY, vault::unlockByKeyring);
            String all =
                    new String(
                            shown(keyring).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("", all);
        }
    }

    @Test
    void itKeepsAndForgetsBytes() throws Exception {
        try (RealKeyring keyring = new RealKeyring(folder.resolve("k"))) {
            SecretTool tool = new SecretTool(keyring.environment(), Duration.ofSeconds(20));
            assertTrue(tool.present());
            assertEquals(Optional.empty(), tool.get("a1"));
            byte[] key = {0, 10, 13, -1, 39, 34, 92};
            tool.put("a1", key);
            assertArrayEquals(key, tool.get("a1").orElseThrow());
            assertEquals(Optional.empty(), tool.get("a2"));
            tool.forget("a1");
            assertEquals(Optional.empty(), tool.get("a1"));
        }
    }
}
