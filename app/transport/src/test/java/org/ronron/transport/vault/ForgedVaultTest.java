package org.ronron.transport.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.ErrorCode;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.StorageException;
import org.ronron.transport.vault.VaultFormat.Entry;
import org.ronron.transport.vault.VaultFormat.Parsed;

/** Whatever happens to the bytes, the vault opens with what was put into it or not at all. */
class ForgedVaultTest {
    /** Where the Argon2id parameters begin: after the magic and the version. */
    private static final int COST = 10;

    @TempDir Path folder;
    private Path file;
    private byte[] whole = {};

    @BeforeEach
    void twoEntries() throws Exception {
        file = folder.resolve("vault");
        VaultFile vault = vault();
        vault.create(VaultFileTest.PASSPHRASE);
        vault.put("first", "value of the first".toCharArray());
        vault.put("other", "value of the other".toCharArray());
        whole = Files.readAllBytes(file);
    }

    private VaultFile vault() {
        return new VaultFile(file, new SecureRandom(), VaultFileTest.SMALL);
    }

    private ErrorCode refusal(byte[] content) throws Exception {
        Files.write(file, content);
        VaultFile vault = vault();
        return assertThrows(StorageException.class, () -> vault.unlock(VaultFileTest.PASSPHRASE))
                .fault()
                .code();
    }

    /** With the checksum of the forged bytes, as somebody would do it on purpose. */
    private static byte[] checked(byte[] forged) {
        int covered = forged.length - 32;
        byte[] out = forged.clone();
        System.arraycopy(VaultFormat.sha256(forged, covered), 0, out, covered, 32);
        return out;
    }

    @Test
    void everyByteFlippedIsDamage() throws Exception {
        for (int i = 0; i < whole.length; i++) {
            for (int bit : new int[] {0x01, 0x80, 0xff}) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) bit;
                assertEquals(OwnError.VAULT_DAMAGED, refusal(flipped), "byte " + i);
            }
        }
    }

    @Test
    void everyByteFlippedUnderARightChecksumIsRefusedToo() throws Exception {
        for (int i = 0; i < whole.length - 32; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) (i < 64 ? 0x80 : 0x01);
            ErrorCode code = refusal(checked(flipped));
            assertTrue(
                    code == OwnError.VAULT_DAMAGED || code == OwnError.VAULT_PASSPHRASE,
                    "byte " + i + " " + code);
        }
    }

    @Test
    void cutAtEveryLengthIsDamage() throws Exception {
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertEquals(OwnError.VAULT_DAMAGED, refusal(cut), "length " + length);
            if (length >= 32) {
                assertEquals(OwnError.VAULT_DAMAGED, refusal(checked(cut)), "length " + length);
            }
        }
    }

    @Test
    void somethingAppendedIsDamage() throws Exception {
        byte[] longer = Arrays.copyOf(whole, whole.length + 40);
        assertEquals(OwnError.VAULT_DAMAGED, refusal(longer));
        assertEquals(OwnError.VAULT_DAMAGED, refusal(checked(longer)));
    }

    @Test
    void entriesCannotChangePlacesNotEvenUnderARightSeal() throws Exception {
        Parsed parsed = VaultFormat.parse(whole);
        OpenVault open = OpenVault.open(parsed, VaultFileTest.PASSPHRASE);
        Entry first = parsed.entries().get("first");
        Entry other = parsed.entries().get("other");
        assertTrue(first != null && other != null);
        Map<String, Entry> swapped = new TreeMap<>();
        swapped.put("first", other);
        swapped.put("other", first);
        OpenVault forged =
                new OpenVault(
                        open.header(),
                        open.generation(),
                        swapped,
                        open.data(),
                        open.entryKey(),
                        open.wholeKey());
        assertEquals(OwnError.VAULT_DAMAGED, refusal(forged.file()));

        byte[] body = VaultFormat.body(parsed.header(), parsed.generation(), swapped);
        assertEquals(OwnError.VAULT_DAMAGED, refusal(VaultFormat.file(body, parsed.seal())));
    }

    @Test
    void anEntryCannotBeTakenOutOrSetBack() throws Exception {
        Parsed parsed = VaultFormat.parse(whole);
        Map<String, Entry> fewer = new TreeMap<>(parsed.entries());
        fewer.remove("other");
        byte[] body = VaultFormat.body(parsed.header(), parsed.generation(), fewer);
        assertEquals(OwnError.VAULT_DAMAGED, refusal(VaultFormat.file(body, parsed.seal())));

        Files.write(file, whole);
        VaultFile vault = vault();
        vault.unlock(VaultFileTest.PASSPHRASE);
        vault.put("first", "changed".toCharArray());
        Parsed later = VaultFormat.parse(Files.readAllBytes(file));
        Map<String, Entry> mixed = new TreeMap<>(later.entries());
        mixed.putAll(parsed.entries());
        byte[] mixedBody = VaultFormat.body(later.header(), later.generation(), mixed);
        assertEquals(OwnError.VAULT_DAMAGED, refusal(VaultFormat.file(mixedBody, later.seal())));
    }

    /** More than this JVM's whole heap: allocating it would be an OutOfMemoryError. */
    @Test
    void hugeParametersAreRefusedBeforeAnythingIsAllocated() throws Exception {
        int[][] forgeries = {
            {0, Integer.MAX_VALUE}, {0, 1024 * 1024 + 1}, {0, -1}, {4, 1_000_000}, {8, 1_000_000}
        };
        for (int[] forgery : forgeries) {
            byte[] huge = whole.clone();
            ByteBuffer.wrap(huge).putInt(COST + forgery[0], forgery[1]);
            assertEquals(OwnError.VAULT_DAMAGED, refusal(checked(huge)));
        }
    }

    @Test
    void hugeLengthsAndCountsAllocateNothing() throws Exception {
        int count = COST + 12 + VaultFormat.SALT + 60 + 8;
        for (int at : new int[] {count, count + 4}) {
            for (int value : new int[] {Integer.MAX_VALUE, 1 << 30, -1}) {
                byte[] huge = whole.clone();
                ByteBuffer.wrap(huge).putInt(at, value);
                assertEquals(OwnError.VAULT_DAMAGED, refusal(checked(huge)));
            }
        }
    }

    @Test
    void cheaperParametersDoNotOpenIt() throws Exception {
        Path dear = folder.resolve("dear");
        VaultFile vault = new VaultFile(dear, new SecureRandom(), new Argon2Cost(64, 2, 2));
        vault.create(VaultFileTest.PASSPHRASE);
        byte[] cheap = Files.readAllBytes(dear);
        ByteBuffer.wrap(cheap).putInt(COST, 16).putInt(COST + 4, 1);
        assertEquals(OwnError.VAULT_PASSPHRASE, refusal(checked(cheap)));
    }

    @Test
    void killedWhileItSavesItHoldsTheOldOrTheNewValue() throws Exception {
        Random random = new Random(3);
        int last = -1;
        for (int kill = 0; kill < 12; kill++) {
            last = Math.max(last, killed(1 + random.nextInt(60), random.nextInt(2_000_000)));
            VaultFile vault = vault();
            vault.unlock(VaultFileTest.PASSPHRASE);
            int found = vault.get("counter").map(String::new).map(Integer::parseInt).orElse(-1);
            assertTrue(found == last || found == last + 1, found + " after " + last);
            last = found;
        }
    }

    private int killed(int lines, long nanos) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Saving.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    long until = System.nanoTime() + nanos;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertEquals(137, child.waitFor(), said::toString);
        return Integer.parseInt(said.getLast());
    }

    /** Puts rising numbers until it is killed, and says each once it is on the disk. */
    static final class Saving {
        public static void main(String[] arguments) throws Exception {
            VaultFile vault =
                    new VaultFile(Path.of(arguments[0]), new SecureRandom(), VaultFileTest.SMALL);
            vault.unlock(VaultFileTest.PASSPHRASE);
            int from = vault.get("counter").map(String::new).map(Integer::parseInt).orElse(-1);
            for (int i = from + 1; i < from + 1_000_000; i++) {
                vault.put("counter", Integer.toString(i).toCharArray());
                System.out.println(i);
            }
        }
    }
}
