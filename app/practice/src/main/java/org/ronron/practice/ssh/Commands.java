package org.ronron.practice.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.command.CommandFactory;
import org.apache.sshd.server.shell.InvertedShellWrapper;
import org.apache.sshd.server.shell.ProcessShell;

/** Turns a behaviour into a process of this machine whose streams are the channel's. */
final class Commands implements CommandFactory {
    private static final String REPLY = "cat >/dev/null; cat \"$1\"";
    private static final String RECORD = "tee -a \"$1/$$\" | /bin/sh -c \"$2\"";
    private final Behaviour behaviour;
    private final Path home;

    Commands(Behaviour behaviour, Path home) {
        this.behaviour = behaviour;
        this.home = home;
    }

    @Override
    public Command createCommand(ChannelSession channel, String command) throws IOException {
        return switch (behaviour) {
            case Behaviour.RunsHere here -> process(here(here.variables(), command));
            case Behaviour.Records records -> process(recorded(records.folder(), command));
            case Behaviour.Answers answer -> process(reply(answer.text()));
            case Behaviour.Hostile hostile ->
                    switch (hostile) {
                        case ENDLESS_OUTPUT -> process(List.of("yes", "ronron ronron ronron"));
                        case HANGS -> process(List.of("sleep", "86400"));
                        case NO_EXIT_STATUS -> new Unfinished(process(reply("== name\n")), false);
                        case CUTS -> new Unfinished(process(reply("== name\n")), true);
                        case BANNER_FLOOD, REFUSES_LOGIN ->
                                throw new IOException("nobody gets as far as this");
                    };
        };
    }

    private List<String> recorded(Path folder, String command) {
        List<String> words = new ArrayList<>(here(Map.of(), RECORD));
        words.addAll(List.of("sh", folder.toString(), command));
        return words;
    }

    private List<String> here(Map<String, String> variables, String command) {
        Map<String, String> all = new TreeMap<>(variables);
        all.putIfAbsent("HOME", home.toString());
        List<String> words = new ArrayList<>(List.of("env"));
        all.forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of("/bin/sh", "-c", command));
        return words;
    }

    private List<String> reply(String text) throws IOException {
        Path file = Files.writeString(home.resolve("reply"), text);
        return List.of("sh", "-c", REPLY, "sh", file.toString());
    }

    private static Command process(List<String> words) {
        return new InvertedShellWrapper(new ProcessShell(words));
    }

    /**
     * A command whose exit status never arrives: the channel or the whole connection ends first.
     */
    private static final class Unfinished implements Command {
        private final Command inner;
        private final boolean connection;

        private Unfinished(Command inner, boolean connection) {
            this.inner = inner;
            this.connection = connection;
        }

        @Override
        public void start(ChannelSession channel, Environment env) throws IOException {
            inner.setExitCallback(
                    (status, message, immediately) -> {
                        if (connection) {
                            channel.getSession().close(true);
                        } else {
                            channel.close(false);
                        }
                    });
            inner.start(channel, env);
        }

        @Override
        public void setExitCallback(ExitCallback ignored) {
            // its own is set when it starts: the channel's would send the status
        }

        @Override
        public void destroy(ChannelSession channel) throws Exception {
            inner.destroy(channel);
        }

        @Override
        public void setInputStream(InputStream in) {
            inner.setInputStream(in);
        }

        @Override
        public void setOutputStream(OutputStream out) {
            inner.setOutputStream(out);
        }

        @Override
        public void setErrorStream(OutputStream err) {
            inner.setErrorStream(err);
        }
    }
}
