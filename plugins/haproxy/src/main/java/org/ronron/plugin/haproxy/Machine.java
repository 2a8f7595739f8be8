package org.ronron.plugin.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Shell;

/** The machine that HAProxy runs on: our scripts there, and what their statuses mean. */
record Machine(Host host, Places places) {
    static final Shell.Script OBSERVE = script("observe", true);
    static final Shell.Script ROUTE = script("route", true);
    static final Shell.Script WORKER = script("worker", true);
    static final Shell.Script CHECK = script("check", true);
    static final Shell.Script CHANGE = script("change", false);
    static final Shell.Script RELOAD = script("reload", false);

    /** Of one run; the scripts' own limits are shorter. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The scripts' statuses, and the detail that says what each is about. */
    private static final Map<Integer, Meaning> MEANINGS =
            Map.ofEntries(
                    Map.entry(60, new Meaning(HaproxyError.PROGRAM_MISSING, "program")),
                    Map.entry(61, new Meaning(HaproxyError.SOCKET_MISSING, "socket")),
                    Map.entry(62, new Meaning(HaproxyError.SOCKET_DENIED, "socket")),
                    Map.entry(63, new Meaning(HaproxyError.SILENT, "socket")),
                    Map.entry(64, new Meaning(HaproxyError.MAP_UNKNOWN, "map")),
                    Map.entry(65, new Meaning(HaproxyError.MAP_FILE, "message")),
                    Map.entry(66, new Meaning(HaproxyError.LEADS_ELSEWHERE, "found")),
                    Map.entry(67, new Meaning(HaproxyError.REFUSED, "message")),
                    Map.entry(68, new Meaning(HaproxyError.BUSY, "map")),
                    Map.entry(69, new Meaning(HaproxyError.SEVERAL, "socket")),
                    Map.entry(70, new Meaning(HaproxyError.CONFIG, "message")),
                    Map.entry(71, new Meaning(HaproxyError.NOT_RELOADED, "message")));

    private record Meaning(ErrorCode code, String detail) {}

    /**
     * Runs one of them.
     *
     * @throws ConnectorException with the effect that a failed change may have had: none before it
     *     says {@code changed}, nor after {@code restored}
     */
    Sections run(Shell.Script script, List<String> arguments) throws ConnectorException {
        Shell.Answer answer = host.shell().run(script, arguments, PATIENCE);
        Sections said = Sections.parse(answer.out());
        boolean begun = said.has("changed") && !said.has("restored");
        int exit = answer.exit().orElse(-1);
        if (exit == 0 && !answer.cut() && said.has("end")) {
            return said;
        }
        boolean unsure = begun || exit < 0 && !script.reading();
        throw new ConnectorException(
                fault(script, exit, answer).withEffect(unsure ? Effect.UNKNOWN : Effect.NONE));
    }

    private Fault fault(Shell.Script script, int exit, Shell.Answer answer) {
        List<String> lines = answer.err().lines().filter(l -> !l.isBlank()).toList();
        String about = lines.isEmpty() ? "" : Sections.plain(lines.getLast());
        Meaning meaning = MEANINGS.get(exit);
        String name = host.endpointName();
        if (meaning != null) {
            return Fault.of(meaning.code, name, meaning.detail, about);
        }
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            return Fault.of(
                    CommonError.TOO_LARGE, name, "address", places.address(), "limit", limit);
        }
        if (exit <= 0) {
            return Fault.of(
                    CommonError.CUT, name, "address", places.address(), "cause", "half an answer");
        }
        String status = Integer.toString(exit);
        return Fault.of(
                CommonError.COMMAND_FAILED,
                name,
                "command",
                script.name(),
                "exit",
                status,
                "message",
                about);
    }

    private static Shell.Script script(String name, boolean reading) {
        return new Shell.Script(name, reading, own("common.sh") + own(name + ".sh"));
    }

    private static String own(String name) {
        try (InputStream in = Machine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
