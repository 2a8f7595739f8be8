package org.ronron.core.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.JournalEvent;

/** An engine on a world and a disk that outlive it; its tasks run when the test says so. */
final class Rig {
    /** The program dies: nobody catches it, and nothing of it runs on. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String at) {
            super(at);
        }
    }

    static final String COLLECTIVE = "c";
    static final String ME = "Camille";

    final Clock clock = new Clock();
    final World world = new World(clock);
    final MemoryJournal journal = new MemoryJournal();
    final List<JournalEvent> rescued = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final VaultInMemory vault = new VaultInMemory();
    CrashPoint crash = CrashPoint.NONE;
    final Deque<Runnable> tasks = new ArrayDeque<>();
    private int ids;
    Engine engine = start();

    private Engine start() {
        return new Engine(
                new EnginePorts(
                        journal,
                        world,
                        world,
                        rescued::add,
                        () -> "id%05d".formatted(ids++),
                        new SecretMaker(vault, new Random(1)),
                        clock,
                        tasks::add,
                        (time, task) -> {
                            pauses.add(time);
                            tasks.add(task);
                        },
                        name -> crash.at(name),
                        () -> {}));
    }

    /** Everything that can happen now, happens. */
    void run() {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    /** As after a kill: what ran is gone, a new program reads the disk. */
    void restart() throws Exception {
        tasks.clear();
        crash = CrashPoint.NONE;
        engine = start();
        engine.recover(COLLECTIVE);
        run();
    }

    String begin(Plan plan) throws Exception {
        String id = engine.begin(plan, ME);
        run();
        return id;
    }

    OperationView view(String id) {
        return engine.operations(COLLECTIVE).stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    OperationView.State state(String id) {
        return view(id).state();
    }

    StepState step(String id, int index) {
        return view(id).steps().get(index).state();
    }

    static Step call(int index, StepClass stepClass, String verb, Integer... needs) {
        return step(index, Step.Kind.CALL, stepClass, Optional.of(verb), "garage", needs);
    }

    static Step step(
            int index,
            Step.Kind kind,
            StepClass stepClass,
            Optional<String> verb,
            String endpoint,
            Integer... needs) {
        return new Step(
                index,
                List.of(needs),
                kind,
                stepClass,
                "garage",
                "step." + index,
                Map.of("nodes", "onion"),
                endpoint,
                verb.map(v -> new Action(endpoint, v, Json.obj())),
                "curl",
                verb.filter(v -> v.endsWith("-unmarked")).isPresent() ? "" : "mark",
                Duration.ofSeconds(5),
                "");
    }

    /** The same step, giving these secrets away. */
    static Step sending(Step step, MadeSecret... secrets) {
        Json.Obj arguments = Json.obj();
        for (MadeSecret secret : secrets) {
            arguments = arguments.with(secret.label(), secret.json());
        }
        Action action = step.action().orElseThrow();
        Action sends = new Action(action.endpointId(), action.verb(), arguments);
        return new Step(
                step.index(),
                step.needs(),
                step.kind(),
                step.stepClass(),
                step.type(),
                step.text(),
                step.values(),
                step.on(),
                Optional.of(sends),
                step.exactCall(),
                step.mark(),
                step.deadline(),
                step.show());
    }

    static Plan plan(String id, Step... steps) {
        Map<String, String> basis = new TreeMap<>();
        for (Step step : steps) {
            step.action().ifPresent(a -> basis.put(a.endpointId(), "as planned"));
        }
        return new Plan(
                id,
                COLLECTIVE,
                List.of(),
                basis,
                new Clock().instant(),
                List.of(steps),
                List.of(),
                Plan.CutOff.NOBODY,
                Optional.empty());
    }
}
