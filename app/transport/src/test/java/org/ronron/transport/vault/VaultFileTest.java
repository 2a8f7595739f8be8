package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets.State;
import org.ronron.core.port.StorageException;

class VaultFileTest {
    static final Argon2Cost SMALL = new Argon2Cost(8, 1, 1);
    static final char[] PASSPHRASE = "miaou été 3".toCharArray();
    private static final String CANARY = "canary-5f1e9c";

    @TempDir Path folder;
    private Path file;
    private VaultFile vault;

    @BeforeEach
    void file() {
        file = folder.resolve("state/vault.ronron");
        vault = again();
    }

    private VaultFile again() {
        return new VaultFile(file, new SecureRandom(), SMALL);
    }

    static Fault refused(ErrorCode code, Executable call) {
        Fault fault = assertThrows(StorageException.class, call).fault();
        assertEquals(code, fault.code(), fault::toString);
        return fault;
    }

    private static Optional<String> text(Optional<char[]> value) {
        return value.map(String::new);
    }

    @Test
    void whatIsPutIsThereForTheNextOne() throws Exception {
        assertEquals(State.ABSENT, vault.state());
        assertEquals(Optional.empty(), vault.get("a"));
        vault.create(PASSPHRASE);
        assertEquals(State.OPEN, vault.state());
        vault.put("garage/token", CANARY.toCharArray());
        vault.put("empty", new char[0]);
        vault.put("gone", "x".toCharArray());
        vault.put("garage/token", "é\ud83d\ude00".toCharArray());
        vault.remove("gone");
        vault.remove("never there");

        VaultFile next = again();
        assertEquals(State.LOCKED, next.state());
        next.unlock(PASSPHRASE);
        assertEquals(Optional.of("é\ud83d\ude00"), text(next.get("garage/token")));
        assertEquals(Optional.of(""), text(next.get("empty")));
        assertEquals(Optional.empty(), next.get("gone"));
    }

    @Test
    void lockedGivesAndTakesNothing() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        vault.lock();
        vault.lock();
        assertEquals(State.LOCKED, vault.state());
        byte[] before = Files.readAllBytes(file);
        refused(OwnError.VAULT_LOCKED, () -> vault.get("a"));
        refused(OwnError.VAULT_LOCKED, () -> vault.put("a", new char[0]));
        refused(OwnError.VAULT_LOCKED, () -> vault.remove("a"));
        assertArrayEquals(before, Files.readAllBytes(file));
        vault.unlock(PASSPHRASE);
        assertEquals(Optional.of(CANARY), text(vault.get("a")));
    }

    @Test
    void aNewVaultKeepsTheOldFileAside() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        byte[] old = Files.readAllBytes(file);
        VaultFile forgetful = again();
        assertEquals("vault.ronron.aside-1", forgetful.renew("new".toCharArray()));
        assertEquals(State.OPEN, forgetful.state());
        assertEquals(Optional.empty(), forgetful.get("a"));
        forgetful.put("b", "x".toCharArray());
        assertArrayEquals(old, Files.readAllBytes(file.resolveSibling("vault.ronron.aside-1")));
        refused(OwnError.VAULT_PASSPHRASE, () -> again().unlock(PASSPHRASE));

        Files.write(file, new byte[] {1, 2, 3});
        assertEquals("vault.ronron.aside-2", again().renew("newer".toCharArray()));
        VaultFile last = again();
        last.unlock("newer".toCharArray());
        assertEquals(Optional.empty(), last.get("b"));

        VaultFile remembered =
                new VaultFile(
                        file.resolveSibling("vault.ronron.aside-1"), new SecureRandom(), SMALL);
        remembered.unlock(PASSPHRASE);
        assertEquals(Optional.of(CANARY), text(remembered.get("a")));
    }

    @Test
    void whoGetsAValueGetsACopy() throws Exception {
        vault.create(PASSPHRASE);
        char[] mine = CANARY.toCharArray();
        vault.put("a", mine);
        Arrays.fill(mine, ' ');
        vault.get("a").ifPresent(value -> Arrays.fill(value, ' '));
        assertEquals(Optional.of(CANARY), text(vault.get("a")));
    }

    @Test
    void aWrongPassphraseIsToldApartFromDamage() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        VaultFile next = again();
        for (String wrong : List.of("", "miaou", "miaou été 3 ", "Miaou été 3")) {
            Fault fault =
                    refused(OwnError.VAULT_PASSPHRASE, () -> next.unlock(wrong.toCharArray()));
            assertFalse(fault.toString().contains("iaou"), fault::toString);
            assertEquals(State.LOCKED, next.state());
        }
        Files.write(file, new byte[] {1, 2, 3});
        Fault fault = refused(OwnError.VAULT_DAMAGED, () -> next.unlock(PASSPHRASE));
        assertEquals(Map.of("file", file.toString()), fault.details());
    }

    @Test
    void aWrongPassphraseLeavesAnOpenVaultOpen() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        refused(OwnError.VAULT_PASSPHRASE, () -> vault.unlock("no".toCharArray()));
        assertEquals(Optional.of(CANARY), text(vault.get("a")));
    }

    @Test
    void anUnreadableVaultIsNeverReplacedByAnEmptyOne() throws Exception {
        vault.create(PASSPHRASE);
        byte[] whole = Files.readAllBytes(file);
        refused(OwnError.STORE_FAILED, () -> again().create(PASSPHRASE));
        assertArrayEquals(whole, Files.readAllBytes(file));

        Files.write(file, new byte[0]);
        refused(OwnError.VAULT_DAMAGED, () -> again().unlock(PASSPHRASE));
        refused(OwnError.STORE_FAILED, () -> again().create(PASSPHRASE));
        refused(OwnError.STORE_FAILED, () -> vault.put("a", CANARY.toCharArray()));
        assertEquals(0, Files.size(file));

        Files.write(file, whole);
        VaultFile open = again();
        open.unlock(PASSPHRASE);
        open.put("a", CANARY.toCharArray());
        Files.delete(file);
        VaultFile next = again();
        assertEquals(State.LOCKED, next.state(), "the one before it is still there");
        refused(OwnError.VAULT_DAMAGED, () -> next.unlock(PASSPHRASE));
        refused(OwnError.STORE_FAILED, () -> next.create(PASSPHRASE));
        refused(OwnError.STORE_FAILED, () -> open.put("b", CANARY.toCharArray()));
    }

    @Test
    void theFileBeforeIsKeptAndOpens() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        vault.put("a", "newer".toCharArray());
        Path previous = file.resolveSibling("vault.ronron.previous");
        Files.delete(file);
        Files.move(previous, file);
        VaultFile next = again();
        next.unlock(PASSPHRASE);
        assertEquals(Optional.of(CANARY), text(next.get("a")));
    }

    @Test
    void whatAnotherProgramWroteIsNotOverwritten() throws Exception {
        vault.create(PASSPHRASE);
        VaultFile other = again();
        other.unlock(PASSPHRASE);
        other.put("theirs", CANARY.toCharArray());
        refused(OwnError.STORE_FAILED, () -> vault.put("mine", CANARY.toCharArray()));
        assertEquals(Optional.empty(), vault.get("mine"));
        vault.unlock(PASSPHRASE);
        vault.put("mine", CANARY.toCharArray());
        assertEquals(Optional.of(CANARY), text(vault.get("theirs")));
    }

    @Test
    void noFileHoldsAValueInTheClearAndAllAreOursAlone() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        vault.put("b", "x".toCharArray());
        byte[][] shapes = {
            CANARY.getBytes(StandardCharsets.UTF_8),
            CANARY.getBytes(StandardCharsets.UTF_16BE),
            CANARY.getBytes(StandardCharsets.UTF_16LE),
            new String(PASSPHRASE).getBytes(StandardCharsets.UTF_8),
            new String(PASSPHRASE).getBytes(StandardCharsets.UTF_16BE)
        };
        List<Path> files;
        try (Stream<Path> all = Files.list(file.getParent())) {
            files = all.sorted().toList();
        }
        assertEquals(2, files.size(), files::toString);
        for (Path each : files) {
            String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
            for (byte[] shape : shapes) {
                String hidden = new String(shape, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(hidden), each::toString);
            }
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        }
        assertFalse(vault.toString().contains(CANARY));
    }

    @Test
    void aValueThatWouldNotFitIsRefusedAndTheRestStays() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        refused(OwnError.STORE_FAILED, () -> vault.put("b", new char[3_000_000]));
        assertEquals(Optional.empty(), vault.get("b"));
        VaultFile next = again();
        next.unlock(PASSPHRASE);
        assertTrue(next.get("a").isPresent());
    }

    @Test
    void aWriteThatFailsKeepsTheOldValue() throws Exception {
        vault.create(PASSPHRASE);
        vault.put("a", CANARY.toCharArray());
        Files.createDirectories(file.resolveSibling("vault.ronron.new/in-the-way"));
        refused(OwnError.STORE_FAILED, () -> vault.put("a", "newer".toCharArray()));
        assertEquals(Optional.of(CANARY), text(vault.get("a")));
        VaultFile next = again();
        next.unlock(PASSPHRASE);
        assertEquals(Optional.of(CANARY), text(next.get("a")));
    }

    @Test
    void theProductionCostOpensAgainAndStandsInTheHeader() throws Exception {
        VaultFile dear = new VaultFile(file, new SecureRandom(), Argon2Cost.PRODUCTION);
        dear.create(PASSPHRASE);
        dear.put("a", CANARY.toCharArray());
        assertEquals(
                Argon2Cost.PRODUCTION, VaultFormat.parse(Files.readAllBytes(file)).header().cost());
        VaultFile next = again();
        next.unlock(PASSPHRASE);
        assertEquals(Optional.of(CANARY), text(next.get("a")));
    }
}
