package org.ronron.practice.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/** OpenSSH's server as it is installed here, and a configuration that it accepts. */
record SshdProgram(Path path, int major, int minor) {
    private static final Pattern VERSION = Pattern.compile("OpenSSH_([0-9]+)\\.([0-9]+)");

    static SshdProgram find(Programs programs) throws IOException, MissingProgramException {
        Path path = programs.require("sshd", "apt install openssh-server");
        // older servers know no -V and answer with their version and usage: both are read
        Process asked = new ProcessBuilder(path.toString(), "-V").redirectErrorStream(true).start();
        asked.getOutputStream().close();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new IOException(path + " does not say that it is OpenSSH");
        }
        return new SshdProgram(
                path, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    }

    String software() {
        return "OpenSSH " + major + "." + minor;
    }

    /** See sshd_config(5), OpenSSH 9.2. */
    String configuration(Path folder, String address, int port, Map<String, String> variables)
            throws IOException {
        if (root()) {
            // sshd refuses to start as root without it; Debian's service makes it at each boot
            Files.createDirectories(Path.of("/run/sshd"));
        }
        // tests get passwords wrong on purpose; a penalty would lock out the next one
        String penalties = major > 9 || major == 9 && minor >= 8 ? "PerSourcePenalties no\n" : "";
        String environment =
                variables.entrySet().stream()
                        .map(v -> "\"" + v.getKey() + "=" + v.getValue() + "\"")
                        .collect(Collectors.joining(" "));
        return """
        Port %d
        ListenAddress %s
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM %s
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        AllowTcpForwarding local
        PermitOpen 127.0.0.1:* [::1]:* localhost:*
        GatewayPorts no
        MaxStartups 100:30:200
        MaxSessions 50
        PrintMotd no
        SetEnv %s
        %s"""
                .formatted(
                        port,
                        address,
                        folder.resolve("host_key"),
                        folder.resolve("user_key.pub"),
                        locked() ? "yes" : "no",
                        environment,
                        penalties);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Without PAM, sshd takes an account whose password is {@code !} for a locked one. */
    private static boolean locked() throws IOException {
        Path shadow = Path.of("/etc/shadow");
        if (!Files.isReadable(shadow)) {
            return false;
        }
        String begin = System.getProperty("user.name") + ":!";
        return Files.readAllLines(shadow).stream().anyMatch(line -> line.startsWith(begin));
    }
}
