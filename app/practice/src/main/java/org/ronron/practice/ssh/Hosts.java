package org.ronron.practice.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/**
 * Several machines, each an SSH server with a host key and a host name of its own: OpenSSH where it
 * is installed, else its stand-in.
 */
public final class Hosts implements AutoCloseable {
    private final Map<String, SshServer> servers;
    private final Optional<String> missing;

    private Hosts(Map<String, SshServer> servers, Optional<String> missing) {
        this.servers = Collections.unmodifiableMap(servers);
        this.missing = missing;
    }

    /**
     * Starts one for each name, on {@code 127.0.0.1}.
     *
     * @param folder for their keys and logs, a folder each; removed by the caller
     * @param names host names, each once
     */
    public static Hosts start(Programs programs, Path folder, List<String> names)
            throws IOException {
        Map<String, SshServer> started = new LinkedHashMap<>();
        Optional<String> missing = Optional.empty();
        try {
            for (String name : names) {
                Path own = Files.createDirectories(folder.resolve(name));
                try {
                    started.put(
                            name, RealSshd.start(programs, own, "127.0.0.1", Optional.of(name)));
                } catch (MissingProgramException notInstalled) {
                    missing = Optional.of(String.valueOf(notInstalled.getMessage()));
                    started.put(name, standIn(own, name));
                }
            }
        } catch (IOException failed) {
            started.values().forEach(SshServer::close);
            throw failed;
        }
        return new Hosts(started, missing);
    }

    private static SshServer standIn(Path folder, String name) throws IOException {
        // a namespace would need a process; in this one only the shim can give the name
        MachineName machine = new MachineName(new Programs(List.of()), folder, Optional.of(name));
        Path home = Files.createDirectories(folder.resolve("home"));
        return MinaSshd.start(folder, "127.0.0.1", new Behaviour.RunsHere(machine.variables(home)));
    }

    /** By host name, in the order given. */
    public Map<String, SshServer> servers() {
        return servers;
    }

    /**
     * Why stand-ins are used, in one line that says what to install; empty when OpenSSH is here.
     */
    public Optional<String> missing() {
        return missing;
    }

    @Override
    public void close() {
        servers.values().forEach(SshServer::close);
    }
}
