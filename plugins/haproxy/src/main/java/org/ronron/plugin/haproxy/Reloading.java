package org.ronron.plugin.haproxy;

import java.util.List;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
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
            named("verify", true, "/usr/sbin/haproxy", "-c", "-f", "/etc/haproxy/haproxy.cfg");

    private static final Shell.Named RELOAD =
            named("systemd", false, "/usr/bin/systemctl", "reload", "haproxy");

    private static Shell.Named named(String name, boolean reading, String... words) {
        return new Shell.Named(name, reading, List.of(words));
    }

    /** Lines for sudoers(5), sudo 1.9. */
    static String sudoers(String account) {
        return VERIFY.sudoers(account) + "\n" + RELOAD.sudoers(account);
    }

    /** As one would type it. */
    String exactCall() {
        Places at = machine.places();
        String checked = "haproxy -c -f %s && echo reload | socat - UNIX-CONNECT:%s";
        return at.get("master").isEmpty()
                ? "sudo %s && sudo %s".formatted(words(VERIFY), words(RELOAD))
                : checked.formatted(at.get("config"), at.get("master"));
    }

    private static String words(Shell.Named command) {
        return String.join(" ", command.words());
    }

    Json.Obj perform() throws ConnectorException {
        Places at = machine.places();
        String before = worker("").value("info", "Pid").orElse("");
        if (at.get("master").isEmpty()) {
            sudo(VERIFY, HaproxyError.CONFIG);
            sudo(RELOAD, HaproxyError.NOT_RELOADED);
        } else {
            machine.run(Machine.RELOAD, List.of(at.get("master"), at.get("config")));
        }
        worker(before);
        return Json.obj();
    }

    private void sudo(Shell.Named command, HaproxyError code) throws ConnectorException {
        Host host = machine.host();
        Shell.Answer answer = host.shell().sudo(command, Machine.PATIENCE);
        if (command.refused(answer)) {
            throw host.fault(HaproxyError.SUDO, "line", command.sudoers("ronron"));
        }
        if (answer.exit().orElse(-1) != 0) {
            String said = Sections.plain(answer.err().replaceFirst("(?s)^.*?(?=\\[ALERT])", ""));
            ConnectorException failed = host.fault(code, "message", said);
            throw command.reading() ? failed : Machine.unknown(failed);
        }
    }

    private Sections worker(String waitFor) throws ConnectorException {
        Places at = machine.places();
        List<String> given = List.of(at.get("socket"), at.get("map"), at.get("config"), waitFor);
        return machine.run(Machine.WORKER, given);
    }

    Evidence probe() throws ConnectorException {
        Sections said = worker("");
        long started = said.number("info", "Start_time_sec");
        boolean newer = said.number("info", "config") > started;
        boolean known = said.has("known");
        String found = known ? "map known" : "map not known";
        String stale = newer ? ", configuration newer" : "";
        boolean loaded = started > 0 && !newer && known;
        return machine.host().evidence(loaded ? Verdict.DONE : Verdict.NOT_DONE, found + stale);
    }
}
