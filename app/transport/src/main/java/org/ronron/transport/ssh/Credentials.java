package org.ronron.transport.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.ronron.transport.guard.UserFile;

/**
 * What an endpoint shows to log in at one of its machines: its key file, opened by the secret that
 * belongs to it, or its password, or the agent. Read once the host key is trusted, not before.
 *
 * @param agent whether there is one
 */
record Credentials(Machine machine, Keyring keyring, boolean agent) {
    /** Set on a session that may ask the user's agent. */
    static final AttributeRepository.AttributeKey<Boolean> BY_AGENT =
            new AttributeRepository.AttributeKey<>();

    void giveTo(ClientSession session) throws ConnectorException {
        if (machine.keyFile().isPresent()) {
            for (KeyPair pair : keys(machine.keyFile().get())) {
                session.addPublicKeyIdentity(pair);
            }
        } else if (keyring.has(machine.showing().password())) {
            keyring.with(
                    machine.showing().password(),
                    secret -> {
                        session.addPasswordIdentity(new String(secret));
                        return secret.length;
                    });
        } else if (agent) {
            session.setAttribute(BY_AGENT, true);
        } else {
            boolean own = machine.showing() == Showing.OWN;
            throw Faults.setting(
                    keyring.endpoint(),
                    machine.showing().keyFile(),
                    own ? Said.MISSING_LOGIN : Said.MISSING_KEY);
        }
    }

    private Iterable<KeyPair> keys(Path file) throws ConnectorException {
        byte[] bytes = UserFile.read(keyring.endpoint(), machine.showing().keyFile(), file);
        if (!keyring.has(machine.showing().passphrase())) {
            return parse(bytes, FilePasswordProvider.EMPTY);
        }
        String passphrase = keyring.with(machine.showing().passphrase(), String::new);
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
                    machine.showing().keyFile(),
                    keyring.has(machine.showing().passphrase())
                            ? Said.OTHER_PASSPHRASE
                            : Said.NEEDS_PASSPHRASE);
        }
        if (pairs == null || !pairs.iterator().hasNext()) {
            throw Faults.setting(
                    keyring.endpoint(), machine.showing().keyFile(), Said.HOLDS_NO_KEY);
        }
        return pairs;
    }
}
