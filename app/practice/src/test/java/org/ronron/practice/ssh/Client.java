package org.ronron.practice.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The least client that can look at a server: it notes the host key, runs one script, or digs one
 * tunnel.
 */
final class Client {
    static final Duration LONG = Duration.ofSeconds(20);

    /** What came back; the status is null when the server sent none. */
    record Reply(String fingerprint, String out, @Nullable Integer exit) {}

    private Client() {}

    static Reply run(SshServer server, String script) throws Exception {
        return run(server, script, LONG);
    }

    static Reply run(SshServer server, String script, Duration atMost) throws Exception {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(
                    (session, address, key) -> {
                        seen.set(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
                        return true;
                    });
            client.setKeyIdentityProvider(new FileKeyPairProvider(server.keyFile()));
            client.start();
            try (ClientSession session =
                            client.connect(server.user(), server.host(), server.port())
                                    .verify(LONG)
                                    .getSession();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                session.auth().verify(LONG);
                try (ChannelExec channel = session.createExecChannel("exec /bin/sh -s")) {
                    channel.setIn(
                            new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
                    channel.setOut(out);
                    channel.open().verify(LONG);
                    channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), atMost);
                    return new Reply(
                            seen.get(),
                            out.toString(StandardCharsets.UTF_8),
                            channel.getExitStatus());
                }
            }
        }
    }

    /** What a server behind this one says first, through a tunnel; empty when none is allowed. */
    static String through(SshServer server, String host, int port) throws Exception {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.setKeyIdentityProvider(new FileKeyPairProvider(server.keyFile()));
            client.start();
            try (ClientSession session =
                    client.connect(server.user(), server.host(), server.port())
                            .verify(LONG)
                            .getSession()) {
                session.auth().verify(LONG);
                try (ChannelDirectTcpip channel =
                        session.createDirectTcpipChannel(
                                new SshdSocketAddress("127.0.0.1", 0),
                                new SshdSocketAddress(host, port))) {
                    OpenFuture opening = channel.open();
                    opening.await(LONG);
                    return opening.isOpened()
                            ? new String(
                                    channel.getInvertedOut().readNBytes(4), StandardCharsets.UTF_8)
                            : "";
                }
            }
        }
    }
}
