package org.ronron.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LiveValue;
import org.ronron.api.Login;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/** Systems with a memory of their own: each perform leaves a line that no crash takes away. */
final class World implements Sessions, Freshness {
    /** What a test lets a perform do instead of its work. */
    interface Mishap {
        void before() throws ConnectorException;

        default void after() throws ConnectorException {}
    }

    final List<String> ledger = new ArrayList<>();
    final Map<String, String> fingerprints = new HashMap<>();
    final Map<String, Verdict> verdicts = new HashMap<>();
    final Map<String, Deque<Mishap>> mishaps = new HashMap<>();
    final Set<String> readOnly = new HashSet<>();
    final Set<String> silent = new HashSet<>();
    final Set<String> locked = new HashSet<>();
    final Map<String, Runnable> during = new HashMap<>();
    final Map<String, Login> logins = new HashMap<>();
    final Map<String, Placement> placements = new HashMap<>();
    final Map<String, String> contacts = new HashMap<>();
    final Map<String, String> remedies = new HashMap<>();
    final Map<String, String> progress = new HashMap<>();
    final Set<String> echoing = new HashSet<>();
    final List<Json.Obj> given = new ArrayList<>();
    private String echo = "";
    Runnable onLook = () -> {};
    int probes;
    int looks;
    private final Clock clock;

    World(Clock clock) {
        this.clock = clock;
    }

    void mishap(String verb, Mishap mishap) {
        mishaps.computeIfAbsent(verb, v -> new ArrayDeque<>()).add(mishap);
    }

    static Mishap fails(CommonError code, Effect effect) {
        return () -> {
            throw new ConnectorException(Fault.of(code, "garage").withEffect(effect));
        };
    }

    /** The effect arrives, the answer does not. */
    static Mishap arrivesThenFails(CommonError code) {
        return new Mishap() {
            @Override
            public void before() {}

            @Override
            public void after() throws ConnectorException {
                throw new ConnectorException(Fault.of(code, "garage").withEffect(Effect.UNKNOWN));
            }
        };
    }

    long times(String verb) {
        return ledger.stream().filter(verb::equals).count();
    }

    @Override
    public boolean locked(String endpointId) {
        return locked.contains(endpointId);
    }

    @Override
    public String live(LiveValue value) throws RefusedException {
        String found = contacts.get(value.what());
        if (found == null) {
            throw new RefusedException(
                    Fault.of(OwnError.CONTACT_GONE, "", "request", value.request()));
        }
        if (found.startsWith("\u0000")) {
            throw new IllegalStateException(found);
        }
        return found;
    }

    @Override
    public Session reading(String endpointId) {
        return new Lent(placements.get(endpointId));
    }

    @Override
    public Session writing(String endpointId) throws RefusedException {
        if (readOnly.contains(endpointId)) {
            throw new RefusedException(
                    Fault.of(OwnError.WRITING_OFF, endpointId, "endpoint", endpointId));
        }
        return new Lent(placements.get(endpointId));
    }

    @Override
    public Look look(String endpointId) throws RefusedException {
        looks++;
        onLook.run();
        if (silent.contains(endpointId)) {
            throw new RefusedException(Fault.of(CommonError.UNREACHABLE, endpointId));
        }
        String print = fingerprints.getOrDefault(endpointId, "as planned");
        Login login = logins.getOrDefault(endpointId, Login.NOT_TOLD);
        Observation now = observation(print, clock.instant()).withLogin(login);
        return new Look(Optional.empty(), now);
    }

    static Observation observation(String print, Instant at) {
        return new Observation(
                at, "1", print, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private final class Lent implements Session, Actions {
        private final @Nullable Placement placement;

        Lent(@Nullable Placement placement) {
            this.placement = placement;
        }

        @Override
        public <C extends Capability> Optional<C> capability(Class<C> type) {
            if (type == Placement.class) {
                return Optional.ofNullable(placement).map(type::cast);
            }
            return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public void close() {}

        @Override
        public ActionSpec describe(Action action) {
            return new ActionSpec(
                    StepClass.PROBEABLE, action.verb(), "mark", Duration.ofSeconds(5));
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
            during.getOrDefault(action.verb(), () -> {}).run();
            Mishap mishap = mishaps.getOrDefault(action.verb(), new ArrayDeque<>()).poll();
            if (mishap != null) {
                mishap.before();
            }
            synchronized (World.this) {
                ledger.add(action.verb());
                given.add(action.arguments());
            }
            if (echoing.contains(action.verb())) {
                return echo(action, progress);
            }
            if (mishap != null) {
                mishap.after();
            }
            return Json.obj().with("done", action.verb());
        }

        /** All that a careless system may say of what it was given. */
        private Json.Obj echo(Action action, Progress progress) throws ConnectorException {
            echo = " " + action.arguments().members().values();
            progress.report("sending" + echo, 0, 1);
            Json.Obj said = Json.obj().with("said", echo);
            for (Json value : action.arguments().members().values()) {
                if (value instanceof Json.Str text) {
                    said = said.with(text.value(), Json.texts(List.of(text.value())));
                }
            }
            if (mishaps.containsKey("echo")) {
                throw new ConnectorException(
                        Fault.of(CommonError.CUT, "garage", "cause", echo)
                                .withEffect(Effect.UNKNOWN));
            }
            return said;
        }

        @Override
        public Optional<Action> remedy(Action action, Fault failed) {
            return Optional.ofNullable(remedies.get(action.verb()))
                    .map(verb -> new Action(action.endpointId(), verb, Json.obj()));
        }

        @Override
        public Evidence probe(Action action) throws ConnectorException {
            probes++;
            if (silent.contains(action.endpointId())) {
                throw new ConnectorException(
                        Fault.of(CommonError.UNREACHABLE, action.endpointId()));
            }
            synchronized (World.this) {
                Verdict seen = ledger.contains(action.verb()) ? Verdict.DONE : Verdict.NOT_DONE;
                Verdict verdict = verdicts.getOrDefault(action.verb(), seen);
                String said = progress.getOrDefault(action.verb(), "") + echo;
                return new Evidence(verdict, "found " + verdict + said, clock.instant());
            }
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return action.verb().startsWith("forever")
                    ? Optional.empty()
                    : Optional.of(
                            new Action(action.endpointId(), "un" + action.verb(), Json.obj()));
        }
    }
}
