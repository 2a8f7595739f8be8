package org.ronron.practice.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.ronron.practice.process.Ports;

/**
 * Apache MINA's own SSH server, in this process. It stands in where OpenSSH is not installed, and
 * misbehaves on demand.
 */
public final class MinaSshd implements org.ronron.practice.ssh.SshServer {
    private static final String USER = "practice";
    private final Path folder;
    private final SshServer server;
    private final KeyPair userKey;
    private KeyPair hostKey;

    private MinaSshd(Path folder, SshServer server, KeyPair userKey, KeyPair hostKey) {
        this.folder = folder;
        this.server = server;
        this.userKey = userKey;
        this.hostKey = hostKey;
    }

    /**
     * Starts it; it listens when this returns.
     *
     * @param folder for the user's key; removed by the caller
     * @param address of loopback
     */
    public static MinaSshd start(Path folder, String address, Behaviour behaviour)
            throws IOException {
        KeyPair userKey = SshKeys.make();
        SshKeys.write(userKey, folder.resolve("user_key"));
        SshServer server = SshServer.setUpDefaultServer();
        MinaSshd made = new MinaSshd(folder, server, userKey, SshKeys.make());
        server.setHost(address);
        server.setPort(Ports.free());
        server.setKeyPairProvider(session -> List.of(made.hostKey));
        server.setPublickeyAuthenticator(
                (user, key, session) ->
                        behaviour != Behaviour.Hostile.REFUSES_LOGIN
                                && USER.equals(user)
                                && KeyUtils.compareKeys(key, made.userKey.getPublic()));
        server.setCommandFactory(
                new Commands(behaviour, Files.createDirectories(folder.resolve("home"))));
        server.setForwardingFilter(new ToLoopback());
        if (behaviour == Behaviour.Hostile.BANNER_FLOOD) {
            String flood = "nothing to see here|".repeat(200_000);
            CoreModuleProperties.SERVER_EXTRA_IDENTIFICATION_LINES.set(server, flood);
        }
        server.start();
        return made;
    }

    /** The same server with another host key; connections that are open end. */
    public void changeHostKey() throws IOException {
        hostKey = SshKeys.make();
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** How many connections are open now. */
    public int connections() {
        return server.getActiveSessions().size();
    }

    @Override
    public String software() {
        return "MINA SSHD in place of OpenSSH";
    }

    @Override
    public String host() {
        return server.getHost();
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public Path keyFile() {
        return folder.resolve("user_key");
    }

    @Override
    public String fingerprint() {
        return SshKeys.fingerprint(hostKey);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
