package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.api.Progress;

/** Makes, changes and takes back one space of the farm. */
record FarmActions(Farm farm) implements Actions {
    private static final Duration LOOK = Duration.ofSeconds(90);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Evidence.Verdict> VERDICTS =
            Map.of(
                    "done", Evidence.Verdict.DONE,
                    "not", Evidence.Verdict.NOT_DONE,
                    "other", Evidence.Verdict.NOT_OURS,
                    "busy", Evidence.Verdict.PENDING);

    private static Verb verb(Action action) {
        return Verb.of(action.verb())
                .orElseThrow(() -> new IllegalArgumentException(action.verb()));
    }

    @Override
    public ActionSpec describe(Action action) {
        Verb verb = verb(action);
        boolean marked = verb.words().contains("mark");
        String mark = marked ? Arguments.text(action.arguments().at("mark")) : "";
        return new ActionSpec(verb.stepClass(), exactCall(verb, action), mark, verb.deadline());
    }

    private String exactCall(Verb verb, Action action) {
        StringBuilder there =
                new StringBuilder(verb.call().contains("{occ}") ? "cd {code} && " : "");
        there.append(verb.call());
        for (String name : verb.secrets()) {
            MadeSecret.of(action.arguments().at(name))
                    .ifPresent(
                            secret ->
                                    there.append(" # ")
                                            .append(name)
                                            .append(": ")
                                            .append(secret.name()));
        }
        String filled =
                PLACE.matcher(there)
                        .replaceAll(
                                place -> Matcher.quoteReplacement(fill(place.group(1), action)));
        String login = "ssh -p " + farm.at("port") + " " + farm.at("user") + "@" + farm.at("host");
        String web = farm.at("web");
        String as = web.isEmpty() ? "" : "sudo -u " + web + " ";
        return login + " " + as + "sh -c " + quoted(quoted(filled));
    }

    private String fill(String place, Action action) {
        if (place.equals("env")) {
            String name = Arguments.text(action.arguments().at("name"));
            String folder = quoted(farm.at("configs") + "/" + name);
            return "NC_INSTANCE=" + quoted(name) + " NEXTCLOUD_CONFIG_DIR=" + folder;
        }
        if (place.equals("occ")) {
            return farm.at("occ");
        }
        String known = farm.at(place);
        boolean own = !known.isEmpty() && !place.equals("domain");
        return quoted(own ? known : Arguments.text(action.arguments().at(place)));
    }

    /** As it is where nothing of it means something to a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%_+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Verb verb = verb(action);
        if (verb == Verb.APP_CHECK) {
            return Json.obj().with("found", probe(action).found());
        }
        List<String> words = Arguments.of(action, verb.words(), farm.host());
        List<MadeSecret> secrets = Arguments.secrets(action, verb.secrets(), farm.host());
        String email = Arguments.text(action.arguments().at("email"));
        farm.write(verb.id(), words, secrets, email, verb.deadline());
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Verb verb = verb(action);
        List<String> words = Arguments.of(action, verb.seen(), farm.host());
        String line = farm.read(verb.id(), words, LOOK).strip();
        String[] said = line.split(" ", 2);
        Evidence.Verdict verdict = VERDICTS.getOrDefault(said[0], Evidence.Verdict.UNKNOWN);
        return farm.host().evidence(verdict, Own.plain(said.length > 1 ? said[1] : line));
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return switch (verb(action)) {
            case CONFIG_WRITE -> back(action, Verb.CONFIG_REMOVE);
            case LINK_MAKE -> back(action, Verb.LINK_REMOVE);
            case APP_INSTALL -> back(action, Verb.APP_UNINSTALL);
            case RUNNER_ADD -> back(action, Verb.RUNNER_REMOVE);
            case RUNNER_REMOVE -> back(action, Verb.RUNNER_ADD);
            case APP_OFF -> back(action, Verb.APP_ON);
            case APP_ON -> back(action, Verb.APP_OFF);
            case OFFICE_SET -> officeBefore(action);
            case CONFIG_REMOVE, LINK_REMOVE, APP_UNINSTALL, APP_CHECK, DATABASE_SAVE ->
                    Optional.empty();
        };
    }

    private static Optional<Action> back(Action action, Verb verb) {
        Json.Obj arguments = Json.obj();
        for (String name : verb.words()) {
            arguments = arguments.with(name, action.arguments().at(name));
        }
        return Optional.of(new Action(action.endpointId(), verb.id(), arguments));
    }

    /** The suite before, where the plan knows it: {@code before} and {@code beforeUrl}. */
    private static Optional<Action> officeBefore(Action action) {
        String before = action.arguments().word("before");
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Json.Obj arguments =
                Json.obj()
                        .with("name", action.arguments().at("name"))
                        .with("suite", before)
                        .with("url", action.arguments().word("beforeUrl"));
        return Optional.of(new Action(action.endpointId(), Verb.OFFICE_SET.id(), arguments));
    }
}
