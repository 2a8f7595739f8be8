package org.ronron.plugin.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Shell;

/** One machine. Each observation is one run of the script; nothing is kept open between two. */
final class LinuxSession implements Session, Inventory {
    /** More than the script's own limits add up to; the host's own timeout may be shorter. */
    private static final Duration DEADLINE = Duration.ofSeconds(70);

    private final Host host;
    private final Shell.Script script;
    private final String machine;
    private final String address;

    LinuxSession(Host host, Shell.Script script, String machine, String address) {
        this.host = host;
        this.script = script;
        this.machine = machine;
        this.address = address;
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public Observation observe() throws ConnectorException {
        Shell.Answer answer = host.shell().run(script, List.of(), DEADLINE);
        whole(answer);
        return new MachineReport(host.endpointName(), address, machine, host.clock().instant())
                .read(answer.out());
    }

    private void whole(Shell.Answer answer) throws ConnectorException {
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            throw fault(CommonError.TOO_LARGE, "limit", limit);
        }
        if (answer.exit().isEmpty()) {
            throw fault(CommonError.CUT, "cause", "no exit status");
        }
        int exit = answer.exit().getAsInt();
        if (exit != 0) {
            Fault failed =
                    Fault.of(CommonError.COMMAND_FAILED, host.endpointName())
                            .with("command", script.name())
                            .with("exit", Integer.toString(exit))
                            .with("message", Facts.plain(answer.err().strip()));
            throw new ConnectorException(failed);
        }
    }

    private ConnectorException fault(CommonError code, String name, String value) {
        return new ConnectorException(
                Fault.of(code, host.endpointName(), "address", address, name, value));
    }

    @Override
    public void close() {
        // nothing of its own is open: the shell belongs to the host
    }
}
