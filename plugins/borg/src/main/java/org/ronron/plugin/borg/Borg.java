package org.ronron.plugin.borg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Plain;
import org.ronron.api.Shell;
import org.ronron.receipt.Receipts;

/**
 * The machine that runs the backups, and the scripts that look there and work there.
 *
 * @param config the path of borgmatic's configuration, checked
 */
record Borg(Host host, String config) {
    private static final String COMMON = Own.text("run.sh") + Own.text("common.py");
    private static final Shell.Script READ =
            new Shell.Script("borg read", true, COMMON + Own.text("read.py"));

    /** What a machine does under a receipt; its first arguments are the verb and the path. */
    static final String WORK = COMMON + Own.text("work.py");

    private static final Pattern TOLD = Pattern.compile("[^\\p{Cntrl}]{1,500}");

    /** The same limits on this side; a path has no part that leads up. */
    private static final Map<String, Predicate<String>> LOOKS =
            Map.of(
                    "key", TOLD.asMatchPredicate(),
                    "receipt", Pattern.compile("[A-Za-z0-9-]{1,64}").asMatchPredicate(),
                    "point", p -> TOLD.matcher(p).matches() && !p.contains("::"),
                    "data", Pattern.compile("true|false").asMatchPredicate(),
                    "destination",
                            d ->
                                    TOLD.matcher(d).matches()
                                            && d.matches("/.*[^/]")
                                            && !("/" + d + "/").contains("/../"));

    static Borg of(Host host) throws ConnectorException {
        String config = host.setting("config").orElse("").strip();
        for (String key : List.of("host", "user", "port", "config")) {
            String value = host.setting(key).orElse("").strip();
            String looks = "port".equals(key) ? "[1-9][0-9]{0,4}" : "[^\\p{Cntrl}]{1,300}";
            if (!value.matches(looks) || "config".equals(key) && !value.startsWith("/")) {
                String reason = value.isEmpty() ? "is missing" : "is not as its help describes it";
                throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
            }
        }
        return new Borg(host, config);
    }

    String address() {
        return host.setting("host").orElse("").strip();
    }

    Receipts receipts() throws ConnectorException {
        return new Receipts(host.shell());
    }

    /**
     * An argument as it has to look; empty where it may be missing.
     *
     * @throws ConnectorException {@link BorgError#BAD_ARGUMENT}, before anything is sent
     */
    String argument(Action action, String name, boolean needed) throws ConnectorException {
        String value = text(action, name);
        boolean well = LOOKS.getOrDefault(name, any -> false).test(value);
        if (!well && (needed || !value.isEmpty())) {
            throw host.fault(BorgError.BAD_ARGUMENT, "argument", name);
        }
        return value;
    }

    static String text(Action action, String name) {
        return action.arguments()
                .text(name)
                .or(() -> action.arguments().bool(name).map(b -> Boolean.toString(b)))
                .orElse("");
    }

    /** The lines below each {@code == name}, in order; a name may come again. */
    List<Map.Entry<String, List<String>>> read(Duration deadline, String verb, String... words)
            throws ConnectorException {
        List<String> all = new ArrayList<>(List.of(verb, config));
        all.addAll(List.of(words));
        String answer = judged(host.shell().run(READ, all, deadline), verb);
        List<Map.Entry<String, List<String>>> parts = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            if (line.startsWith("== ")) {
                parts.add(Map.entry(line.substring(3), new ArrayList<>()));
            } else if (!parts.isEmpty() && !line.isBlank() && line.length() <= 4_000) {
                parts.getLast().getValue().add(line);
            }
        }
        if (parts.isEmpty() || !parts.removeLast().getKey().equals("end")) {
            String found = Plain.word(answer.lines().findFirst().orElse(""));
            throw host.fault(CommonError.BAD_ANSWER, "address", address(), "found", found);
        }
        return parts;
    }

    private String judged(Shell.Answer answer, String verb) throws ConnectorException {
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            throw host.fault(CommonError.TOO_LARGE, "address", address(), "limit", limit);
        }
        int exit = answer.exit().orElse(-1);
        if (exit == 0) {
            return answer.out();
        }
        String message = Plain.of(answer.err(), 300).replace('\n', ' ');
        Map<String, String> details = new LinkedHashMap<>();
        List.of("path", "program", "repository", "message")
                .forEach(name -> details.put(name, message));
        details.put("command", "borg " + verb);
        details.put("exit", Integer.toString(exit));
        throw new ConnectorException(
                new Fault(BorgError.of(exit), host.endpointName(), Effect.NONE, details));
    }
}
