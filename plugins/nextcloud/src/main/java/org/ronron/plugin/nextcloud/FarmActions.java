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
import org.ronron.api.StepClass;

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

    @Override
    public ActionSpec describe(Action action) {
        Verb verb = Verb.of(action.verb());
        boolean marked = verb.words().contains("mark");
        String mark = marked ? Arguments.text(action, "mark") : "";
        return new ActionSpec(verb.stepClass(), exactCall(verb, action), mark, verb.deadline());
    }

    private String exactCall(Verb verb, Action action) {
        StringBuilder there = new StringBuilder();
        Matcher place = PLACE.matcher(verb.call());
        while (place.find()) {
            String filled = fill(place.group(1), action);
            place.appendReplacement(there, Matcher.quoteReplacement(filled));
        }
        place.appendTail(there);
        for (MadeSecret secret : MadeSecret.in(action.arguments())) {
            there.append(" # ").append(secret.name());
        }
        String web = farm.at("web").isEmpty() ? "" : "sudo -u " + farm.at("web") + " ";
        String login = "ssh -p " + farm.at("port") + " " + farm.at("user") + "@" + farm.at("host");
        return login + " " + quoted(web + "sh -c " + quoted(there.toString()));
    }

    private String fill(String place, Action action) {
        if (place.equals("env")) {
            String name = Arguments.text(action, "name");
            String folder = farm.at("configs") + "/" + name;
            return "NC_INSTANCE=" + quoted(name) + " NEXTCLOUD_CONFIG_DIR=" + quoted(folder);
        }
        boolean argument = Verb.of(action.verb()).words().contains(place);
        String value = argument ? Arguments.text(action, place) : farm.at(place);
        return place.equals("occ") ? value : quoted(value);
    }

    /** As it is where nothing of it means something to a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9@%_+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Verb verb = Verb.of(action.verb());
        if (verb.stepClass() == StepClass.READ) {
            return Json.obj().with("found", probe(action).found());
        }
        List<String> words = Arguments.of(action, verb.words(), farm.host());
        List<MadeSecret> secrets = Arguments.secrets(action, verb.secrets(), farm.host());
        farm.write(verb, words, secrets, Arguments.text(action, "email"));
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Verb verb = Verb.of(action.verb());
        List<String> words = Arguments.of(action, verb.seen(), farm.host());
        String line = farm.read(verb.id(), words, LOOK).strip();
        String[] said = line.split(" ", 2);
        Evidence.Verdict verdict = VERDICTS.getOrDefault(said[0], Evidence.Verdict.UNKNOWN);
        return farm.host().evidence(verdict, Own.plain(said.length > 1 ? said[1] : line));
    }

    /** An office suite is taken back where the plan knows the one before. */
    @Override
    public Optional<Action> inverse(Action action) {
        String back = Verb.of(action.verb()).back();
        Json.Obj given = action.arguments();
        if (back.equals(action.verb())) {
            String suite = Arguments.text(action, "suite");
            String before = Arguments.text(action, "before");
            String like =
                    Arguments.text(action, "url").replace("//" + suite + ".", "//" + before + ".");
            back = before.isEmpty() ? "" : back;
            given = given.with("suite", before).with("url", given.text("beforeUrl").orElse(like));
        }
        if (back.isEmpty()) {
            return Optional.empty();
        }
        Json.Obj arguments = Json.obj();
        for (String name : Verb.of(back).words()) {
            arguments = arguments.with(name, given.at(name));
        }
        return Optional.of(new Action(action.endpointId(), back, arguments));
    }
}
