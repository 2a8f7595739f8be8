package org.ronron.core.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.Backups;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Move;
import org.ronron.api.Notices;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Progress;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.api.Setting;
import org.ronron.api.Spaces;
import org.ronron.api.StepClass;
import org.ronron.api.Watch;

/** A connector whose systems answer as a test says, by the setting {@code url}. */
final class FakeSystem implements Connector {
    /** How a system answers when it is asked. */
    interface Answer {
        Observation give() throws ConnectorException;
    }

    /** How a system pushes. */
    interface Streaming {
        void watch(String url, Consumer<Observation> heard) throws ConnectorException;
    }

    /** What a system tells of one space, by its url; a url of none holds no spaces. */
    interface Looking {
        List<LinkFact> look(String space) throws ConnectorException;
    }

    @Nullable Streaming watch;
    final Map<String, Looking> looks = new ConcurrentHashMap<>();
    final Map<String, Requests.Contact> contacts = new ConcurrentHashMap<>();
    final Map<String, Backups> keeping = new ConcurrentHashMap<>();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    final List<List<Move>> forecasts = new ArrayList<>();
    final Map<String, String> moved = new ConcurrentHashMap<>();
    volatile boolean settled = true;

    /** What is wished to be told, by its url; a url of none tells nobody. */
    final Map<String, Notices.Wanted> wanted = new ConcurrentHashMap<>();

    /** Notices that were sent. */
    final List<Json.Obj> sent = new java.util.concurrent.CopyOnWriteArrayList<>();

    /** Whether what is sent is refused. */
    volatile boolean deaf;

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "fake",
                List.of(
                        Setting.required("url", Setting.Kind.URL),
                        Setting.optional("token", Setting.Kind.SECRET)),
                capabilities(),
                Set.of(),
                "icon",
                List.of("1"));
    }

    private Set<Class<? extends Capability>> capabilities() {
        Set<Class<? extends Capability>> all = new HashSet<>(Set.of(Inventory.class));
        all.add(Placement.class);
        if (watch != null) {
            all.add(Watch.class);
        }
        if (!keeping.isEmpty()) {
            all.add(Backups.class);
        }
        if (!looks.isEmpty()) {
            all.add(Spaces.class);
        }
        if (!wanted.isEmpty()) {
            all.add(Notices.class);
        }
        return all;
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return key;
            }

            @Override
            public Enumeration<String> getKeys() {
                return java.util.Collections.emptyEnumeration();
            }
        };
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        String endpoint = host.endpointId();
        String url = host.setting("url").orElse("");
        if (url.equals("bad")) {
            throw new ConnectorException(
                    Fault.of(CommonError.BAD_SETTING, host.endpointName(), "setting", "url"));
        }
        return new Session() {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                if (type == Inventory.class) {
                    return Optional.of(type.cast((Inventory) () -> ask(url)));
                }
                Streaming streaming = watch;
                if (type == Watch.class && streaming != null) {
                    return Optional.of(type.cast((Watch) heard -> streaming.watch(url, heard)));
                }
                if (type == Placement.class) {
                    return Optional.of(type.cast(new Rules(endpoint)));
                }
                Looking looking = looks.get(url);
                if (type == Spaces.class && looking != null) {
                    return Optional.of(type.cast(new Holding(looking)));
                }
                if (type == Backups.class && keeping.containsKey(url)) {
                    return Optional.of(type.cast(keeping.get(url)));
                }
                if (type == Requests.class && !contacts.isEmpty()) {
                    return Optional.of(type.cast(new Asked(host.endpointName())));
                }
                Notices.Wanted wished = wanted.get(url);
                if (type == Notices.class && wished != null) {
                    return Optional.of(type.cast((Notices) () -> wished));
                }
                if (type == Actions.class) {
                    return Optional.of(type.cast(new Doing(host)));
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private Observation ask(String url) throws ConnectorException {
        asked.incrementAndGet();
        Answer answer = answers.get(url);
        if (answer == null) {
            throw new ConnectorException(
                    Fault.of(CommonError.UNREACHABLE, url, "address", url, "cause", "refused"));
        }
        return answer.give();
    }

    private record Holding(Looking looking) implements Spaces {
        @Override
        public Map<String, String> facts() {
            return Map.of();
        }

        @Override
        public List<LinkFact> look(String space) throws ConnectorException {
            return looking.look(space);
        }
    }

    private final class Asked implements Requests {
        private final String name;

        Asked(String name) {
            this.name = name;
        }

        @Override
        public Maker maker() {
            return Maker.RONRON;
        }

        @Override
        public Contact contact(String requestKey) throws ConnectorException {
            Contact contact = contacts.get(requestKey);
            if (contact == null) {
                throw new ConnectorException(Fault.of(CommonError.CUT, name));
            }
            return contact;
        }
    }

    private final class Rules implements Placement {
        private final String endpoint;

        Rules(String endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public Forecast forecast(Json.Obj state, List<Move> moves) {
            return forecast(moves, OptionalInt.of(3));
        }

        @Override
        public Forecast outlook(Json.Obj state, List<Move> moves) {
            return forecast(moves, OptionalInt.empty());
        }

        private Forecast forecast(List<Move> moves, OptionalInt copies) {
            forecasts.add(moves);
            return new Forecast(
                    10, 20, copies, OptionalLong.empty(), true, 1, 2, Map.of(), List.of(), false);
        }

        @Override
        public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String mark) {
            Json.Obj zones = Json.obj();
            for (Move move : moves) {
                zones = zones.with(move.nodeKey(), move.zone());
            }
            return List.of(
                    PlacementStep.call("step.move", new Action(endpoint, "move", zones)),
                    PlacementStep.waiting("step.wait", new Action(endpoint, "wait", zones)));
        }
    }

    /** Moves are remembered by the node's key; a wait ends when the test says so. */
    private final class Doing implements Actions {
        private final Host host;

        Doing(Host host) {
            this.host = host;
        }

        @Override
        public ActionSpec describe(Action action) {
            boolean waits = action.verb().equals("wait");
            return new ActionSpec(
                    waits ? StepClass.READ : StepClass.PROBEABLE,
                    "fake " + action.verb(),
                    "",
                    Duration.ofSeconds(10));
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
            if (action.verb().equals(Notices.SEND)) {
                if (deaf || !host.writable()) {
                    throw host.fault(CommonError.CUT);
                }
                sent.add(action.arguments());
                return Json.obj();
            }
            Json.Obj zones = action.arguments();
            zones.members().keySet().forEach(k -> moved.put(k, zones.text(k).orElse("")));
            return Json.obj();
        }

        @Override
        public Evidence probe(Action action) {
            if (action.verb().equals(Notices.SEND)) {
                boolean there = sent.contains(action.arguments());
                Evidence.Verdict is = there ? Evidence.Verdict.DONE : Evidence.Verdict.NOT_DONE;
                return new Evidence(is, is.name(), host.clock().instant());
            }
            Json.Obj zones = action.arguments();
            boolean done =
                    zones.members().keySet().stream()
                            .allMatch(k -> zones.text(k).orElse("").equals(moved.get(k)));
            Evidence.Verdict verdict =
                    action.verb().equals("wait")
                            ? settled ? Evidence.Verdict.DONE : Evidence.Verdict.PENDING
                            : done ? Evidence.Verdict.DONE : Evidence.Verdict.NOT_DONE;
            return new Evidence(verdict, verdict.name(), host.clock().instant());
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return Optional.empty();
        }
    }
}
