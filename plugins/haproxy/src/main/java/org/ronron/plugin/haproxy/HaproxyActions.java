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
        String entry = Sections.plain(names.address() + " " + names.backend());
        return switch (action.verb()) {
            case ADD ->
                    spec(
                            StepClass.IDEMPOTENT,
                            "echo '" + entry + "' >> " + at.map(),
                            runtime("add map " + at.map() + " " + entry),
                            entry);
            case REMOVE ->
                    spec(
                            StepClass.IDEMPOTENT,
                            "sed -i '/^" + entry.replace(".", "\\.") + "$/d' " + at.map(),
                            runtime("del map " + at.map() + " " + Sections.plain(names.address())),
                            entry);
            case CHECK -> {
                String host = Sections.plain(names.address());
                String url = "http://" + at.front() + Sections.plain(names.path());
                yield spec(StepClass.READ, "curl -H 'Host: " + host + "' " + url, "", "");
            }
            case RELOAD -> spec(StepClass.IDEMPOTENT, new Reloading(machine).exactCall(), "", "");
            default -> throw new IllegalArgumentException(action.verb());
        };
    }

    private String runtime(String command) {
        return "echo '" + command + "' | socat - UNIX-CONNECT:" + machine.places().socket();
    }

    private ActionSpec spec(StepClass stepClass, String first, String then, String mark) {
        String lines = machine.places().login() + "\n" + first;
        String call = then.isEmpty() ? lines : lines + "\n" + then;
        return new ActionSpec(stepClass, call, mark, Machine.PATIENCE);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Host host = machine.host();
        if (action.verb().equals(RELOAD)) {
            return new Reloading(machine).perform();
        }
        Names names = Names.of(action).checked(host, action.verb());
        if (action.verb().equals(CHECK)) {
            Page page = Page.ask(machine, names.address(), names.path());
            if (page.health() != Health.FINE) {
                String found = page.found();
                throw host.fault(HaproxyError.NO_PAGE, "address", names.address(), "found", found);
            }
            return Json.obj().with("found", page.found());
        }
        Places at = machine.places();
        String verb = action.verb().equals(ADD) ? "add" : "remove";
        try {
            machine.run(
                    Machine.CHANGE,
                    List.of(verb, at.socket(), at.map(), names.address(), names.backend()));
        } catch (ConnectorException e) {
            Fault fault = e.fault().with("address", names.address());
            throw new ConnectorException(fault, e);
        }
        return Json.obj();
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Host host = machine.host();
        if (action.verb().equals(RELOAD)) {
            return new Reloading(machine).probe();
        }
        Names names = Names.of(action).checked(host, action.verb());
        if (action.verb().equals(CHECK)) {
            Page page = Page.ask(machine, names.address(), names.path());
            boolean fine = page.health() == Health.FINE;
            return host.evidence(fine ? Verdict.DONE : Verdict.NOT_DONE, page.found());
        }
        Places at = machine.places();
        Sections said = machine.run(Machine.ROUTE, List.of(at.socket(), at.map(), names.address()));
        List<String> file = said.of("file");
        List<String> running = said.of("running");
        String found = "file: " + shown(file) + ", running: " + shown(running);
        return host.evidence(verdict(action.verb(), names.backend(), file, running), found);
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "-" : Sections.plain(String.join(" ", values));
    }

    /** Half of it counts as not done: doing it again brings the rest. */
    private static Verdict verdict(
            String verb, String backend, List<String> file, List<String> running) {
        Set<String> all = new HashSet<>(file);
        all.addAll(running);
        if (!Set.of(backend).containsAll(all)) {
            return Verdict.NOT_OURS;
        }
        boolean done = verb.equals(ADD) ? !file.isEmpty() && !running.isEmpty() : all.isEmpty();
        return done ? Verdict.DONE : Verdict.NOT_DONE;
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
                .filter(reload -> failed.code() == HaproxyError.MAP_UNKNOWN)
                .filter(reload -> !action.verb().equals(RELOAD));
    }
}
