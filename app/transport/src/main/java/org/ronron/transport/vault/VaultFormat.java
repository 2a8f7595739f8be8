package org.ronron.transport.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The bytes of a vault, as {@link VaultFile} describes them; knows no key. */
final class VaultFormat {
    static final int SALT = 16;
    static final int MAC = 32;
    static final int LARGEST = 4 * 1024 * 1024;

    private static final byte[] MAGIC = "RONRONVT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int CHECK = 32;
    private static final int WRAPPED = Sealing.NONCE + Sealing.KEY + Sealing.TAG;

    /** A vault that cannot be what was written. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedException(String what) {
            super(what);
        }
    }

    /**
     * @param wrapped the data key, sealed under the passphrase's key
     */
    record Header(Argon2Cost cost, byte[] salt, byte[] wrapped) {}

    /**
     * @param version rises with each write of the vault: an older value put back under the same
     *     name does not open
     */
    record Entry(long version, byte[] sealed) {}

    /**
     * @param body all that the seal covers
     * @param seal keyed with the data key; empty before it is computed
     */
    record Parsed(
            Header header, long generation, Map<String, Entry> entries, byte[] body, byte[] seal) {}

    private VaultFormat() {}

    /** What the wrapped key is bound to. */
    static byte[] bound(Argon2Cost cost, byte[] salt) {
        return written(out -> prefix(out, cost, salt));
    }

    /** What an entry's ciphertext is bound to. */
    static byte[] bound(String name, long version) {
        return written(
                out -> {
                    out.write(MAGIC);
                    out.writeShort(VERSION);
                    out.writeLong(version);
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                });
    }

    static byte[] body(Header header, long generation, Map<String, Entry> entries) {
        return written(
                out -> {
                    prefix(out, header.cost(), header.salt());
                    out.write(header.wrapped());
                    out.writeLong(generation);
                    out.writeInt(entries.size());
                    for (Map.Entry<String, Entry> each : new TreeMap<>(entries).entrySet()) {
                        byte[] name = each.getKey().getBytes(StandardCharsets.UTF_8);
                        out.writeInt(name.length);
                        out.write(name);
                        out.writeLong(each.getValue().version());
                        out.writeInt(each.getValue().sealed().length);
                        out.write(each.getValue().sealed());
                    }
                });
    }

    static byte[] file(byte[] body, byte[] seal) {
        byte[] covered = Arrays.copyOf(body, body.length + MAC);
        System.arraycopy(seal, 0, covered, body.length, MAC);
        byte[] file = Arrays.copyOf(covered, covered.length + CHECK);
        System.arraycopy(sha256(covered, covered.length), 0, file, covered.length, CHECK);
        return file;
    }

    static Parsed parse(byte[] file) throws DamagedException {
        int body = file.length - CHECK - MAC;
        if (body < MAGIC.length || file.length > LARGEST) {
            throw new DamagedException("its length is impossible");
        }
        byte[] check = Arrays.copyOfRange(file, file.length - CHECK, file.length);
        if (!MessageDigest.isEqual(check, sha256(file, file.length - CHECK))) {
            throw new DamagedException("its checksum is wrong");
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(file, 0, body);
            Header header = header(in);
            long generation = in.getLong();
            Map<String, Entry> entries = entries(in);
            return new Parsed(
                    header,
                    generation,
                    entries,
                    Arrays.copyOf(file, body),
                    Arrays.copyOfRange(file, body, body + MAC));
        } catch (BufferUnderflowException e) {
            throw new DamagedException("it is cut");
        } catch (IllegalArgumentException e) {
            throw new DamagedException("its header asks for the impossible");
        }
    }

    private static Header header(ByteBuffer in) throws DamagedException {
        if (!Arrays.equals(take(in, MAGIC.length), MAGIC) || in.getShort() != VERSION) {
            throw new DamagedException("it is no vault of this version");
        }
        Argon2Cost cost = new Argon2Cost(in.getInt(), in.getInt(), in.getInt());
        return new Header(cost, take(in, SALT), take(in, WRAPPED));
    }

    private static Map<String, Entry> entries(ByteBuffer in) throws DamagedException {
        Map<String, Entry> entries = new TreeMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String name = new String(take(in, in.getInt()), StandardCharsets.UTF_8);
            long version = in.getLong();
            byte[] sealed = take(in, in.getInt());
            if (sealed.length < Sealing.NONCE + Sealing.TAG
                    || entries.put(name, new Entry(version, sealed)) != null) {
                throw new DamagedException("an entry is impossible");
            }
        }
        if (count < 0 || in.hasRemaining()) {
            throw new DamagedException("something follows the entries");
        }
        return entries;
    }

    /** Never allocates more than what is there. */
    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] out = new byte[length];
        in.get(out);
        return out;
    }

    private static void prefix(DataOutputStream out, Argon2Cost cost, byte[] salt)
            throws IOException {
        out.write(MAGIC);
        out.writeShort(VERSION);
        out.writeInt(cost.memoryKib());
        out.writeInt(cost.iterations());
        out.writeInt(cost.lanes());
        out.write(salt);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Memory does not fail so.
        }
        return bytes.toByteArray();
    }

    static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
