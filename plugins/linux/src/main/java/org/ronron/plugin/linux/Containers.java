package org.ronron.plugin.linux;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.WorkloadFact;
import org.ronron.api.WorkloadFact.State;

/**
 * Containers as {@code podman ps -a} and {@code docker ps -a} list them in the script's format:
 * {@code id|names|image|status}, the status in words ({@code Up 3 hours (healthy)}).
 */
final class Containers {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{6,64})\\|([^|]+)\\|([^|]*)\\|([^|]*)");
    private static final int MOST = 300;

    /** Sections that hold them: the account's own, and those that root was asked for. */
    static final List<String> ENGINES = List.of("podman", "docker", "rootpodman", "rootdocker");

    private Containers() {}

    static List<WorkloadFact> of(Sections all, String nodeKey) {
        return ENGINES.stream()
                .flatMap(engine -> all.matching(engine, LINE))
                .limit(MOST)
                .map(m -> container(m, nodeKey))
                .toList();
    }

    private static WorkloadFact container(Matcher m, String nodeKey) {
        return new WorkloadFact(
                m.group(1),
                nodeKey,
                Facts.plain(m.group(2)),
                Optional.of(Facts.plain(m.group(3))).filter(image -> !image.isEmpty()),
                state(m.group(4)),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    static State state(String status) {
        boolean failed = status.matches("(Restarting|Dead).*|.*\\(unhealthy\\).*");
        boolean stopped = status.matches("(Exited|Created).*|.*\\(Paused\\).*");
        State alive = status.startsWith("Up") ? State.RUNNING : State.UNKNOWN;
        State now = status.contains("starting)") ? State.STARTING : stopped ? State.STOPPED : alive;
        return failed ? State.FAILED : now;
    }
}
