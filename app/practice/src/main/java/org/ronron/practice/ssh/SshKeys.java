package org.ronron.practice.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** Ed25519 keys of servers and users, made new each time. */
final class SshKeys {
    private SshKeys() {}

    static KeyPair make() throws IOException {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IOException("no Ed25519 key could be made", e);
        }
    }

    /** Writes {@code <file>} (readable by its owner only) and {@code <file>.pub}. */
    static void write(KeyPair pair, Path file) throws IOException {
        Path open = file.resolveSibling(file.getFileName() + ".pub");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream secret = Files.newOutputStream(file);
                OutputStream shown = Files.newOutputStream(open)) {
            OpenSSHKeyPairResourceWriter writer = OpenSSHKeyPairResourceWriter.INSTANCE;
            writer.writePrivateKey(pair, "practice", (OpenSSHKeyEncryptionContext) null, secret);
            writer.writePublicKey(pair.getPublic(), "practice", shown);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key could not be written", e);
        }
    }

    static String fingerprint(KeyPair pair) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }
}
