package org.ronron.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** An SSH server in this process, for what a real one never does. User camille, password chaton. */
public final class MinaServer implements AutoCloseable {
    /** One command, in a thread of its own. */
    public interface Behaviour {
        void run(Exec exec) throws IOException, InterruptedException;
    }

    /** What a command sees. */
    public record Exec(
            String command,
            InputStream in,
            OutputStream out,
            OutputStream err,
            ExitCallback exit,
            ChannelSession channel) {
        /** Reads the whole script that was sent. */
        public String script() throws IOException {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        /** The mark that the script asks for, without its last character. */
        public static String mark(String script) {
            int at = script.indexOf("'@");
            return script.substring(at + 1, script.indexOf('\'', at + 1));
        }

        public void print(String text) throws IOException {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
        }
    }

    public static final String PASSWORD = "chaton-secret";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicReference<KeyPair> key = new AtomicReference<>(newKey());
    private final AtomicReference<String> cipher = new AtomicReference<>("");
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger exchanges = new AtomicInteger();

    private volatile Runnable beforeLogin = () -> {};

    public MinaServer(Behaviour behaviour) throws IOException {
        this(behaviour, Long.MAX_VALUE);
    }

    /**
     * @param rekeyAfter bytes
     */
    public MinaServer(Behaviour behaviour, long rekeyAfter) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(
                new KeyPairProvider() {
                    @Override
                    public Iterable<KeyPair> loadKeys(SessionContext session) {
                        return List.of(key.get());
                    }
                });
        server.setPasswordAuthenticator(
                (user, password, session) -> {
                    logins.incrementAndGet();
                    beforeLogin.run();
                    return user.equals("camille") && password.equals(PASSWORD);
                });
        server.setCommandFactory((channel, command) -> new Running(command, behaviour, commands));
        CoreModuleProperties.REKEY_BYTES_LIMIT.set(server, rekeyAfter);
        server.addSessionListener(
                new SessionListener() {
                    @Override
                    public void sessionEvent(Session session, Event event) {
                        if (event == Event.KeyEstablished) {
                            exchanges.incrementAndGet();
                            cipher.set(session.getNegotiatedKexParameter(KexProposalOption.S2CENC));
                        }
                    }
                });
        server.start();
    }

    public static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public void changeKey() {
        key.set(newKey());
    }

    /** As a server of before 2023: it does not take part in strict key exchange. */
    public void withoutStrictKex() {
        server.setSessionFactory(
                new SessionFactory(server) {
                    @Override
                    protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
                        return new ServerSessionImpl(getServer(), io) {
                            @Override
                            protected Map<KexProposalOption, String> doStrictKexProposal(
                                    Map<KexProposalOption, String> proposal) {
                                return proposal;
                            }
                        };
                    }
                });
    }

    /** What the last session agreed on, from us to the client. */
    public String cipher() {
        return String.valueOf(cipher.get());
    }

    /** Lets in with any key at all. */
    public void anyKey() {
        server.setPublickeyAuthenticator((user, shown, session) -> true);
    }

    /** Who may tunnel where; asked on a thread that serves the whole connection. */
    public void tunnels(ForwardingFilter filter) {
        server.setForwardingFilter(filter);
    }

    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** What the server does before it looks at a password. */
    public void beforeLogin(Runnable task) {
        beforeLogin = task;
    }

    public int logins() {
        return logins.get();
    }

    public int commands() {
        return commands.get();
    }

    /** Key exchanges, the first of each session included. */
    public int exchanges() {
        return exchanges.get();
    }

    public int port() {
        return server.getPort();
    }

    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", "" + port(), "user", "camille");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static final class Running implements Command {
        private final String command;
        private final Behaviour behaviour;
        private final AtomicInteger commands;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream err = OutputStream.nullOutputStream();
        private ExitCallback exit = (code, message, closeImmediately) -> {};

        Running(String command, Behaviour behaviour, AtomicInteger commands) {
            this.command = command;
            this.behaviour = behaviour;
            this.commands = commands;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            commands.incrementAndGet();
            Exec exec = new Exec(command, in, out, err, exit, channel);
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    behaviour.run(exec);
                                } catch (IOException | InterruptedException gone) {
                                    channel.close(true);
                                }
                            });
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
