package org.ronron.practice.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.practice.process.Programs;

/**
 * Lets several servers on one machine each go by a host name of their own: in a UTS namespace where
 * the kernel allows it (root), else by a {@code uname} that stands first in {@code PATH}.
 */
final class MachineName {
    private final Path folder;
    private final Optional<String> name;
    private final Optional<Path> unshare;

    MachineName(Programs programs, Path folder, Optional<String> name) throws IOException {
        if (name.isPresent() && !name.get().matches("[A-Za-z0-9][A-Za-z0-9.-]{0,62}")) {
            throw new IOException("not a host name: " + name.get());
        }
        this.folder = folder;
        this.name = name;
        this.unshare = name.isEmpty() ? Optional.empty() : namespaces(programs);
    }

    /** The program's command line, so that it and all that it starts have the name. */
    String[] wrap(String... command) {
        List<String> words = new ArrayList<>();
        if (unshare.isPresent() && name.isPresent()) {
            words.addAll(List.of(unshare.get().toString(), "--uts", "sh", "-c"));
            words.addAll(List.of("hostname \"$1\" && shift && exec \"$@\"", "sh", name.get()));
        }
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    /**
     * Variables for what a login runs. A machine with a name of its own has no updates waiting:
     * those of this machine are not its story, and take seconds to count.
     *
     * @param home stands in for the user's own, whose shell files may be slow or may print
     */
    Map<String, String> variables(Path home) throws IOException {
        Map<String, String> variables = new TreeMap<>(Map.of("HOME", home.toString()));
        if (name.isPresent()) {
            Path tools = Files.createDirectories(folder.resolve("tools"));
            tool(tools.resolve("apt-get"), "exit 0");
            if (unshare.isEmpty()) {
                String say = "if [ \"$*\" = -n ]; then echo " + name.get() + "; else ";
                tool(tools.resolve("uname"), say + "PATH=${PATH#*:} exec uname \"$@\"; fi");
            }
            variables.put("PATH", tools + ":/usr/local/bin:/usr/bin:/bin");
        }
        return variables;
    }

    private static void tool(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<Path> namespaces(Programs programs) throws IOException {
        Optional<Path> found = programs.find("unshare");
        if (found.isEmpty() || programs.find("hostname").isEmpty()) {
            return Optional.empty();
        }
        Process tried =
                new ProcessBuilder(found.get().toString(), "--uts", "true")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return tried.waitFor() == 0 ? found : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
