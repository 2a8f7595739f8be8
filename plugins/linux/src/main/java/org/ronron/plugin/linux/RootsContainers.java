package org.ronron.plugin.linux;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.ronron.api.ConnectorException;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Shell;

/**
 * The containers of root, which an ordinary account does not see: by two commands that sudoers
 * allows by name, where a person said so by the setting {@code sudo}. Their absolute paths are
 * Debian's; a machine that has its engines elsewhere tells nothing of them.
 */
record RootsContainers(Host host) {
    static final String NONE = "none";
    static final String NAMED = "named";
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** As the script's own list. */
    private static final String FORMAT = "{{.ID}}|{{.Names}}|{{.Image}}|{{.Status}}";

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
                new Grant(Grant.Purpose.READ, "sudo", sudoers("ronron")));
    }

    /**
     * Sections to read behind the script's answer: {@code rootpodman} and {@code rootdocker} with a
     * line a container, {@code refused} with the line for sudoers that is missing.
     *
     * @param all what the script said; engines that are not there are not asked
     */
    String sections(Sections all) throws ConnectorException {
        StringBuilder more = new StringBuilder();
        boolean wished = host.setting("sudo").orElse(NONE).equals(NAMED);
        if (!wished || all.value("account", "uid").orElse("").equals("0")) {
            return "";
        }
        String account = all.value("account", "name").orElse("ronron");
        StringBuilder refused = new StringBuilder();
        for (Shell.Named list : LISTS) {
            boolean seen = list.name().equals("docker") && all.has("docker");
            if (!all.of("engines").contains(list.words().getFirst()) || seen) {
                continue;
            }
            Shell.Answer answer = host.shell().sudo(list, DEADLINE);
            if (list.refused(answer)) {
                refused.append(list.sudoers(account)).append('\n');
            } else if (answer.exit().orElse(1) == 0) {
                more.append("\n== root").append(list.name()).append('\n').append(answer.out());
            }
        }
        return refused.isEmpty() ? more.toString() : more + "\n== refused\n" + refused;
    }
}
