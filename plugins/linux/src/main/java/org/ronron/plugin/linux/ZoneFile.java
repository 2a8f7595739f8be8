package org.ronron.plugin.linux;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.Shell;
import org.ronron.api.StepClass;

/**
 * Looks whether the zone stands in the file that somebody else writes. Its one verb is {@code
 * node.zone} with the argument {@code zone}; it changes nothing.
 *
 * @param file on the machine, and what stands before the zone in it; either may be empty
 */
record ZoneFile(Host host, Shell.Script script, String file, String key, String login)
        implements Actions {
    private static final String VERB = "node.zone";
    private static final Duration LOOK = Duration.ofSeconds(30);

    static ZoneFile of(Host host, Shell.Script script, String login) {
        String file = host.setting("configFile").orElse("").strip();
        String key = host.setting("configKey").orElse("").strip();
        return new ZoneFile(host, script, file, key, login);
    }

    /** For the script; none where nobody said which file. */
    List<String> arguments() {
        return file.isEmpty() || key.isEmpty() ? List.of() : List.of(file, key);
    }

    /** The labels that say where the zone stands; empty when the file does not say it. */
    Map<String, String> labels(Sections all) {
        Map<String, String> labels = new TreeMap<>();
        Optional<String> text = all.text("config", "text");
        if (text.isPresent()) {
            labels.put("config.file", file);
            labels.put("config.key", key);
            labels.put("config.line", all.value("config", "line").orElse("1"));
            labels.put("config.text", text.get());
        }
        return labels;
    }

    static Optional<String> zone(Sections all) {
        return all.value("config", "zone");
    }

    @Override
    public ActionSpec describe(Action action) {
        if (!action.verb().equals(VERB) || arguments().isEmpty()) {
            throw new IllegalArgumentException(action.verb());
        }
        String call = login + " grep -n " + quoted(quoted(key)) + " " + quoted(quoted(file));
        return new ActionSpec(StepClass.READ, call, "", LOOK);
    }

    /** Once for the shell here, once for the one there. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        return Json.obj().with("found", probe(action).found());
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        String wished = action.arguments().text("zone").orElse("");
        Shell.Answer answer = host.shell().run(script, arguments(), LOOK);
        String found = zone(Sections.parse("== config\n" + answer.out())).orElse("");
        boolean there = !found.isEmpty() && found.equals(wished);
        return new Evidence(
                there ? Evidence.Verdict.DONE : Evidence.Verdict.PENDING,
                key + ": " + (found.isEmpty() ? "?" : found),
                host.clock().instant());
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.empty();
    }
}
