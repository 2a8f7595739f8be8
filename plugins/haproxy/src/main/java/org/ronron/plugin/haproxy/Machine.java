package org.ronron.plugin.haproxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
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

    /**
     * Runs one of them.
     *
     * @throws ConnectorException with the effect that a failed change may have had: none before it
     *     says {@code changed}, nor after {@code restored}
     */
    Sections run(Shell.Script script, List<String> arguments) throws ConnectorException {
        Shell.Answer answer = host.shell().run(script, arguments, PATIENCE);
        Sections said = Sections.parse(answer.out());
        int exit = answer.exit().orElse(-1);
        if (exit == 0 && !answer.cut() && said.has("end")) {
            return said;
        }
        boolean begun = said.has("changed") && !said.has("restored");
        boolean unsure = begun || exit < 0 && !script.reading();
        String about = Sections.plain(answer.err().strip().replaceFirst("(?s)^.*\n", ""));
        String at = places.address();
        Optional<HaproxyError> known = HaproxyError.of(exit);
        ConnectorException failed;
        if (known.isPresent()) {
            failed = host.fault(known.get(), known.get().detail, about);
        } else if (answer.cut()) {
            failed = host.fault(CommonError.TOO_LARGE, "address", at, "limit", "512 KiB");
        } else if (exit <= 0) {
            failed = host.fault(CommonError.CUT, "address", at, "cause", "half an answer");
        } else {
            String[] told = {"command", script.name(), "exit", "" + exit, "message", about};
            failed = host.fault(CommonError.COMMAND_FAILED, told);
        }
        throw unsure ? unknown(failed) : failed;
    }

    /** The same, where it may have had an effect. */
    static ConnectorException unknown(ConnectorException failed) {
        return new ConnectorException(failed.fault().withEffect(Effect.UNKNOWN));
    }

    private static Shell.Script script(String name, boolean reading) {
        return new Shell.Script(name, reading, own("common.sh") + own(name + ".sh"));
    }

    /** A file beside this class. */
    static String own(String name) {
        try (InputStream in = Machine.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
