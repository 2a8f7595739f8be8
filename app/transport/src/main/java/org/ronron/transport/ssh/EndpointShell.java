package org.ronron.transport.ssh;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.MadeSecret;
import org.ronron.api.Shell;
import org.ronron.transport.guard.Deadline;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Keyring;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;
import org.ronron.transport.guard.Turn;

/**
 * Commands on one endpoint's machine. Any thread. Each of three parts has the deadline for itself:
 * waiting for its turn, dialling, and the command, whose time begins when it is sent, so that a
 * slow login takes none of it. A command whose deadline passes is left by us; on the machine it may
 * go on.
 */
public final class EndpointShell implements Shell {
    /** Stands where a machine prints a secret that it was given. */
    private static final String HIDDEN = "•••";

    private final Site site;
    private final SshLine line;
    private final List<Machine> way;
    private final Machine machine;
    private final Keyring keyring;
    private final SecureRandom random;

    /**
     * @param way the machines to go through, the nearest first
     */
    public EndpointShell(
            Site site,
            SshLine line,
            List<Machine> way,
            Machine machine,
            Keyring keyring,
            SecureRandom random) {
        this.site = site;
        this.line = line;
        this.way = List.copyOf(way);
        this.machine = machine.behind(way);
        this.keyring = keyring;
        this.random = random;
    }

    @Override
    public Answer run(
            Script script, List<String> arguments, List<MadeSecret> secrets, Duration deadline)
            throws ConnectorException {
        Script changing = new Script(script.name(), false, script.text());
        mayRun(changing);
        List<String> all = new ArrayList<>(arguments);
        List<String> values = new ArrayList<>();
        for (MadeSecret secret : secrets) {
            values.add(keyring.made(secret, String::new));
        }
        all.addAll(values);
        Answer answer = run(changing, all, deadline);
        String out = answer.out();
        String err = answer.err();
        for (String value : values) {
            out = out.replace(value, HIDDEN);
            err = err.replace(value, HIDDEN);
        }
        return new Answer(answer.exit(), out, err, answer.cut());
    }

    @Override
    public Answer run(Script script, List<String> arguments, Duration asked)
            throws ConnectorException {
        mayRun(script);
        Deadline waiting = Deadline.of(asked, site);
        Feed feed =
                Feed.of(script, arguments, random)
                        .orElseThrow(
                                () ->
                                        Faults.setting(
                                                site.name(), script.name(), Said.BAD_ARGUMENT));
        if (script.reading()) {
            return onChannel(script, feed, waiting);
        }
        try (Turn.Held turn = line.turn().take(site, machine.address(), waiting)) {
            return onChannel(script, feed, waiting);
        }
    }

    private Answer onChannel(Script script, Feed feed, Deadline waiting) throws ConnectorException {
        line.takeChannel(site, machine, waiting);
        try {
            ClientSession session = line.session(site, way, machine, keyring, waiting);
            // switched off while it waited or dialled; once there is a session, that is cut
            mayRun(script);
            Deadline deadline = Deadline.after(waiting.budget());
            return new Run(site, machine.address(), script, feed, deadline, line).on(session);
        } finally {
            line.giveBackChannel();
        }
    }

    private void mayRun(Script script) throws ConnectorException {
        if (!script.reading() && !site.writable()) {
            throw new ConnectorException(
                    Fault.of(CommonError.READ_ONLY, site.name(), "call", script.name()));
        }
    }
}
