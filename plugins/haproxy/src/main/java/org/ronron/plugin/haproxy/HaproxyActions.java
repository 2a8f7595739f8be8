package org.ronron.plugin.haproxy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;

/**
 * The verbs of this connector. An entry of a map can carry no mark: a probe says done of exactly
 * this address with exactly this backend, in the file and running, and not ours of any other
 * backend.
 */
record HaproxyActions(Machine machine) implements Actions {
    static final String ADD = "route.add";
    static final String REMOVE = "route.remove";
    static final String CHECK = "route.check";
    static final String RELOAD = "haproxy.reload";

    @Override
    public ActionSpec describe(Action action) {
        Places at = machine.places();
        Names names = Names.of(action);
        String map = at.get("map");
        String address = Sections.plain(names.address());
        String entry = address + " " + Sections.plain(names.backend());
        String url = at.get("front") + Sections.plain(names.path());
        String line = "'/^" + entry.replace(".", "\\.") + "$/d' ";
        String call =
                switch (action.verb()) {
                    case ADD -> "echo '" + entry + "' >> " + map + asked("add map", entry);
                    case REMOVE -> "sed -i " + line + map + asked("del map", address);
                    case CHECK -> "curl -H 'Host: " + address + "' http://" + url;
                    case RELOAD -> new Reloading(machine).exactCall();
                    default -> throw new IllegalArgumentException(action.verb());
                };
        boolean reads = action.verb().equals(CHECK);
        StepClass stepClass = reads ? StepClass.READ : StepClass.IDEMPOTENT;
        String mark = reads || action.verb().equals(RELOAD) ? "" : entry;
        return new ActionSpec(stepClass, at.login() + "\n" + call, mark, Machine.PATIENCE);
    }

    private String asked(String command, String of) {
        Places at = machine.places();
        String words = command + " " + at.get("map") + " " + of;
        return "\necho '" + words + "' | socat - UNIX-CONNECT:" + at.get("socket");
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        if (action.verb().equals(RELOAD)) {
            return new Reloading(machine).perform();
        }
        Names names = Names.of(action);
        String address = names.address();
        if (action.verb().equals(CHECK)) {
            Evidence seen = probe(action);
            if (seen.verdict() != Verdict.DONE) {
                String[] told = {"address", address, "found", seen.found()};
                throw machine.host().fault(HaproxyError.NO_PAGE, told);
            }
            return Json.obj().with("found", seen.found());
        }
        names.checked(machine.host(), false);
        Places at = machine.places();
        String verb = action.verb().equals(ADD) ? "add" : "remove";
        String map = at.get("map");
        try {
            machine.run(
                    Machine.CHANGE, List.of(verb, at.get("socket"), map, address, names.backend()));
        } catch (ConnectorException e) {
            throw new ConnectorException(e.fault().with("address", address), e);
        }
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Host host = machine.host();
        if (action.verb().equals(RELOAD)) {
            return new Reloading(machine).probe();
        }
        boolean reads = action.verb().equals(CHECK);
        Names names = Names.of(action).checked(host, reads);
        if (reads) {
            Page page = Page.ask(machine, names.address(), names.path());
            boolean fine = page.health() == Health.FINE;
            return host.evidence(fine ? Verdict.DONE : Verdict.NOT_DONE, page.found());
        }
        Places at = machine.places();
        List<String> given = List.of(at.get("socket"), at.get("map"), names.address());
        Sections said = machine.run(Machine.ROUTE, given);
        List<String> file = said.of("file");
        List<String> running = said.of("running");
        Set<String> all = new HashSet<>(file);
        all.addAll(running);
        boolean both = !file.isEmpty() && !running.isEmpty();
        boolean done = action.verb().equals(ADD) ? both : all.isEmpty();
        // half of it counts as not done: doing it again brings the rest
        Verdict verdict = done ? Verdict.DONE : Verdict.NOT_DONE;
        boolean ours = Set.of(names.backend()).containsAll(all);
        String found = Sections.plain("file: " + file + ", running: " + running);
        return host.evidence(ours ? verdict : Verdict.NOT_OURS, found);
    }

    @Override
    public Optional<Action> inverse(Action action) {
        return Optional.of(new Action(action.endpointId(), REMOVE, action.arguments()))
                .filter(inverse -> action.verb().equals(ADD));
    }

    /** A map that the configuration has and the running process does not is loaded by a reload. */
    @Override
    public Optional<Action> remedy(Action action, Fault failed) {
        return Optional.of(new Action(action.endpointId(), RELOAD, Json.obj()))
                .filter(reload -> failed.code().id().equals(HaproxyError.MAP_UNKNOWN.id()));
    }
}
