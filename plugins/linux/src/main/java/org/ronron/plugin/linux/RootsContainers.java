package org.ronron.plugin.linux;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.ronron.api.ConnectorException;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Setting;
import org.ronron.api.Shell;

/**
 * The containers of root, which an ordinary account does not see: by two commands that sudoers
 * allows by name, where a person said so by the setting {@code sudo}. Their absolute paths are
 * Debian's; a machine that has its engines elsewhere tells nothing of them.
 */
record RootsContainers(Host host) {
    private static final String NAMED = "named";
    static final Setting SUDO = Setting.choice("sudo", "none", List.of("none", NAMED));
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** As the script's own list. */
    private static final String FORMAT = "{{.ID}}|{{.Names}}|{{.Image}}|{{.Status}}";

    /**
     * Certbot's certificates lie beside private keys, which stay root's: a key's own mode is 600.
     */
    private static final String CERTIFICATES =
            "sudo setfacl -m u:ronron:rx /etc/letsencrypt/live /etc/letsencrypt/archive";

    /** A user's name as useradd(8) takes it; no other word of sudoers. */
    private static final String ACCOUNT = "[a-z_][a-z0-9_-]{0,31}";

    private static final List<Shell.Named> LISTS = List.of(list("podman"), list("docker"));

    private static Shell.Named list(String engine) {
        List<String> words = List.of("/usr/bin/" + engine, "ps", "-a", "--format", FORMAT);
        return new Shell.Named(engine, true, words);
    }

    /** Lines for sudoers(5), sudo 1.9: for an account of this name. */
    static String sudoers(String account) {
        return LISTS.stream().map(list -> list.sudoers(account)).collect(Collectors.joining("\n"));
    }

    /** An account that may do nothing, and what it may do beyond that where it is wished. */
    static List<Grant> grants() {
        String account =
                """
                sudo useradd --create-home --shell /bin/sh ronron
                sudo install -d -m 700 -o ronron -g ronron ~ronron/.ssh
                sudo install -m 600 -o ronron -g ronron /dev/stdin ~ronron/.ssh/authorized_keys\
                """;
        return List.of(
                new Grant(Grant.Purpose.READ, "account", account),
                new Grant(Grant.Purpose.READ, "certificates", CERTIFICATES),
                new Grant(Grant.Purpose.READ, "sudo", sudoers("ronron")));
    }

    /**
     * The lines for sudoers that are missing. They are ours word by word: a machine could say
     * {@code refused} too, and what it says is never shown as something to copy.
     */
    static List<String> missing(Sections all) {
        String account =
                all.value("account", "name").filter(n -> n.matches(ACCOUNT)).orElse("ronron");
        return LISTS.stream()
                .filter(list -> all.of("refused").contains(list.name()))
                .map(list -> list.sudoers(account))
                .toList();
    }

    /**
     * Sections to read behind the script's answer: {@code rootpodman} and {@code rootdocker} with a
     * line a container, {@code refused} with the name of each list that sudo did not run.
     *
     * @param all what the script said; engines that are not there are not asked
     */
    String sections(Sections all) throws ConnectorException {
        StringBuilder more = new StringBuilder();
        boolean wished = host.setting("sudo").orElse("").equals(NAMED);
        if (!wished || all.value("account", "uid").orElse("").equals("0")) {
            return "";
        }
        StringBuilder refused = new StringBuilder();
        for (Shell.Named list : LISTS) {
            boolean seen = list.name().equals("docker") && all.has("docker");
            if (!all.of("engines").contains(list.words().getFirst()) || seen) {
                continue;
            }
            Shell.Answer answer = host.shell().sudo(list, DEADLINE);
            if (list.refused(answer)) {
                refused.append(list.name()).append('\n');
            } else if (answer.exit().orElse(1) == 0) {
                more.append("\n== root").append(list.name()).append('\n').append(answer.out());
            }
        }
        return refused.isEmpty() ? more.toString() : more + "\n== refused\n" + refused;
    }
}
