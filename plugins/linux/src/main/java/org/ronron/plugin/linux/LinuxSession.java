package org.ronron.plugin.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;

/**
 * One machine. Each observation is one run of the script, and of the commands by sudo where they
 * are wished; nothing is kept open between two.
 */
record LinuxSession(Host host, Shell.Script script, String machine, String address, ZoneFile file)
        implements Session, Inventory {
    /** More than the script's own limits add up to; the host's own timeout may be shorter. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        boolean looks = type.isInstance(file) && !file.arguments().isEmpty();
        Object part = looks ? file : this;
        return type.isInstance(part) ? Optional.of(type.cast(part)) : Optional.empty();
    }

    @Override
    public Observation observe() throws ConnectorException {
        String[] paths = host.setting("certificates").orElse("").strip().split("\\s*,\\s*", 20);
        List<String> asked = Stream.of(paths).filter(path -> !path.isEmpty()).toList();
        Stream<String> zone = Stream.of(file.file(), file.key());
        List<String> arguments = Stream.concat(zone, asked.stream()).toList();
        Shell.Answer answer = host.shell().run(script, arguments, DEADLINE);
        MachineReport report = new MachineReport(this, host.clock().instant(), asked);
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            throw report.refused(CommonError.TOO_LARGE, "limit", limit);
        }
        if (answer.exit().isEmpty()) {
            throw report.refused(CommonError.CUT, "cause", "no exit status");
        }
        int exit = answer.exit().getAsInt();
        if (exit != 0) {
            String message = Facts.plain(answer.err().strip());
            String[] told = {
                "command", script.name(), "exit", Integer.toString(exit), "message", message
            };
            throw report.refused(CommonError.COMMAND_FAILED, told);
        }
        Sections said = Sections.parse(answer.out());
        String more = said.has("end") ? new RootsContainers(host).sections(said) : "";
        return report.read(answer.out() + more);
    }

    @Override
    public void close() {
        // nothing of its own is open: the shell belongs to the host
    }
}
