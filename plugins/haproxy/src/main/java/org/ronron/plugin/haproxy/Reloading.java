package org.ronron.plugin.haproxy;

import java.util.List;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Shell;

/**
 * A reload. Twice gives the same state, that of the files; it is done when the process that serves
 * has started in the second in which the configuration was last written, or later, and knows the
 * map. A configuration that is not right is not loaded: what runs goes on.
 */
record Reloading(Machine machine) {
    /** Only root may read the certificates that a configuration names. */
    private static final Shell.Named VERIFY =
            new Shell.Named(
                    "verify",
                    true,
                    List.of("/usr/sbin/haproxy", "-c", "-f", "/etc/haproxy/haproxy.cfg"));

    private static final Shell.Named RELOAD =
            new Shell.Named("systemd", false, List.of("/usr/bin/systemctl", "reload", "haproxy"));

    /** Lines for sudoers(5), sudo 1.9. */
    static String sudoers(String account) {
        return VERIFY.sudoers(account) + "\n" + RELOAD.sudoers(account);
    }

    /** As one would type it. */
    String exactCall() {
        Places at = machine.places();
        if (at.master().isEmpty()) {
            return "sudo "
                    + String.join(" ", VERIFY.words())
                    + " && sudo "
                    + String.join(" ", RELOAD.words());
        }
        return "haproxy -c -f "
                + at.config()
                + " && echo reload | socat - UNIX-CONNECT:"
                + at.master();
    }

    Json.Obj perform() throws ConnectorException {
        Places at = machine.places();
        if (at.master().isEmpty()) {
            bySystemd();
        } else {
            String before = worker("").value("info", "Pid").orElse("");
            machine.run(Machine.RELOAD, List.of(at.master(), at.config()));
            awaited(before);
        }
        return Json.obj();
    }

    private void bySystemd() throws ConnectorException {
        String before = worker("").value("info", "Pid").orElse("");
        sudo(VERIFY, HaproxyError.CONFIG, Effect.NONE);
        sudo(RELOAD, HaproxyError.NOT_RELOADED, Effect.UNKNOWN);
        awaited(before);
    }

    private void sudo(Shell.Named command, HaproxyError failed, Effect effect)
            throws ConnectorException {
        Host host = machine.host();
        Shell.Answer answer = host.shell().sudo(command, Machine.PATIENCE);
        if (command.refused(answer)) {
            throw host.fault(HaproxyError.SUDO, "line", command.sudoers("ronron"));
        }
        if (answer.exit().orElse(-1) != 0) {
            String message =
                    answer.err()
                            .lines()
                            .filter(l -> l.contains("ALERT") || l.startsWith("Job for"))
                            .findFirst()
                            .map(Sections::plain)
                            .orElse("?");
            Fault fault = Fault.of(failed, host.endpointName(), "message", message);
            throw new ConnectorException(fault.withEffect(effect));
        }
    }

    private void awaited(String before) throws ConnectorException {
        String now = worker(before).value("info", "Pid").orElse("");
        if (now.isEmpty() || now.equals(before)) {
            String message = "process " + before;
            Fault fault =
                    Fault.of(
                            HaproxyError.NOT_RELOADED,
                            machine.host().endpointName(),
                            "message",
                            message);
            throw new ConnectorException(fault.withEffect(Effect.UNKNOWN));
        }
    }

    private Sections worker(String waitFor) throws ConnectorException {
        Places at = machine.places();
        return machine.run(Machine.WORKER, List.of(at.socket(), at.map(), at.config(), waitFor));
    }

    Evidence probe() throws ConnectorException {
        Sections said = worker("");
        long started = said.number("info", "Start_time_sec");
        long written = said.number("info", "config");
        boolean loaded = started > 0 && started >= written && said.has("known");
        String found =
                "process "
                        + said.number("info", "Pid")
                        + (said.has("known") ? ", map known" : ", map not known")
                        + (started >= written ? "" : ", configuration newer");
        return machine.host().evidence(loaded ? Verdict.DONE : Verdict.NOT_DONE, found);
    }
}
