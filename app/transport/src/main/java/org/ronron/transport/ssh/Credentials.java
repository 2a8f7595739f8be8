package org.ronron.transport.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Said;

/**
 * What an endpoint shows to log in: its key file, opened by the secret {@code passphrase} if it has
 * one, or its secret {@code password}. Read once the host key is trusted, not before.
 *
 * @param agent whether there is one
 */
record Credentials(Machine machine, Keyring keyring, boolean agent) {
    /** Set on a session that may ask the user's agent. */
    static final AttributeRepository.AttributeKey<Boolean> BY_AGENT =
            new AttributeRepository.AttributeKey<>();

    private static final long LONGEST_KEY = 64 * 1024;

    void giveTo(ClientSession session) throws ConnectorException {
        if (machine.keyFile().isPresent()) {
            for (KeyPair pair : keys(machine.keyFile().get())) {
                session.addPublicKeyIdentity(pair);
            }
        } else if (keyring.has("password")) {
            keyring.with(
                    "password",
                    secret -> {
                        session.addPasswordIdentity(new String(secret));
                        return secret.length;
                    });
        } else if (agent) {
            session.setAttribute(BY_AGENT, true);
        } else {
            throw Faults.setting(keyring.endpoint(), "keyFile", Said.MISSING_LOGIN);
        }
    }

    private Iterable<KeyPair> keys(Path file) throws ConnectorException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) LONGEST_KEY);
        } catch (IOException e) {
            throw Faults.setting(keyring.endpoint(), "keyFile", Said.UNREADABLE);
        }
        if (!keyring.has("passphrase")) {
            return parse(bytes, FilePasswordProvider.EMPTY);
        }
        String passphrase = keyring.with("passphrase", String::new);
        return parse(bytes, FilePasswordProvider.of(passphrase));
    }

    private Iterable<KeyPair> parse(byte[] bytes, FilePasswordProvider passphrase)
            throws ConnectorException {
        Iterable<KeyPair> pairs;
        try {
            pairs =
                    SecurityUtils.loadKeyPairIdentities(
                            null,
                            NamedResource.ofName("key"),
                            new ByteArrayInputStream(bytes),
                            passphrase);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Faults.setting(
                    keyring.endpoint(),
                    "keyFile",
                    keyring.has("passphrase") ? Said.OTHER_PASSPHRASE : Said.NEEDS_PASSPHRASE);
        }
        if (pairs == null || !pairs.iterator().hasNext()) {
            throw Faults.setting(keyring.endpoint(), "keyFile", Said.HOLDS_NO_KEY);
        }
        return pairs;
    }
}
