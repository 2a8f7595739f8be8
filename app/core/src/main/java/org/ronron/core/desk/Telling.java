package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ronron.api.Notices;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.Tell;
import org.ronron.core.plan.TellPlanner;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * Tells people, by each connection that says so and by the window, what stands and was not told
 * there yet. It looks at each new state of the desk, away from the state thread, one look at a
 * time; what it sends goes the way of every change, as a plan of one step.
 *
 * <p>A way that begins is told nothing of what stands already. What was sent counts as told,
 * whatever becomes of it: a failure is a finding of its own, and never sent again.
 */
final class Telling {
    /** A finding that goes by itself within that time is none: at a start, systems are asked. */
    static final Duration STEADY = Duration.ofMinutes(2);

    /** Until then the picture after a start may lack something. */
    private static final Duration WHOLE = Duration.ofMinutes(10);

    private static final String WINDOW = "window";
    private static final Notices.Wanted NOTHING = new Notices.Wanted("off", 0, 0);
    private static final Notices.Wanted ALL = new Notices.Wanted("all", 0, 0);

    private final DeskPorts ports;
    private final DeskSessions sessions;
    private final Carrying carrying;
    private final TellPlanner planner;
    private final ToldBook book;
    private final ZoneId zone;
    private final List<Consumer<List<News>>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Map<String, Instant> since = new HashMap<>();
    private String collective = "";
    private Instant opened = Instant.EPOCH;

    Telling(DeskPorts ports, DeskSessions sessions, Carrying carrying, ZoneId zone) {
        this.ports = ports;
        this.sessions = sessions;
        this.carrying = carrying;
        this.planner = new TellPlanner(sessions, ports.ids(), ports.clock());
        this.book = new ToldBook(ports.workspace());
        this.zone = zone;
    }

    /** Of what is told in the window; called on a thread of the desk. */
    Subscription listen(Consumer<List<News>> heard) {
        listeners.add(heard);
        return () -> listeners.remove(heard);
    }

    /** Looks at each state of the desk from now on. Its own disk's trouble shows elsewhere. */
    void follow(DeskLoop loop) {
        loop.observe(
                state -> {
                    if (due(state)) {
                        loop.away(() -> look(state));
                    }
                });
    }

    /** Whether there is anybody to tell, and nobody at it. */
    private boolean due(DeskState state) {
        boolean somebody =
                !listeners.isEmpty()
                        || state.collective().stream()
                                .flatMap(c -> c.endpoints().stream())
                                .anyMatch(this::tells);
        boolean ours =
                state.collective().filter(c -> !c.kind().equals(SampleLoader.TYPE)).isPresent();
        return somebody && ours && looking.compareAndSet(false, true);
    }

    private boolean tells(EndpointView endpoint) {
        return ports.connector(endpoint.type())
                .filter(c -> c.descriptor().capabilities().contains(Notices.class))
                .isPresent();
    }

    private boolean look(DeskState state) throws StorageException {
        try {
            Collective now = state.collective().orElseThrow();
            List<News> standing = standing(now, state.at());
            if (!listeners.isEmpty()) {
                List<News> told = due(now.id(), WINDOW, ALL, standing, state.at());
                if (!told.isEmpty()) {
                    listeners.forEach(heard -> heard.accept(told));
                }
            }
            for (EndpointView endpoint : now.endpoints()) {
                if (tells(endpoint)) {
                    tell(now, endpoint, standing, state);
                }
            }
            return true;
        } finally {
            looking.set(false);
        }
    }

    /** What stands, findings for a while. */
    private List<News> standing(Collective now, Instant at) {
        if (!now.id().equals(collective)) {
            collective = now.id();
            opened = at;
            since.clear();
        }
        List<News> all = NewsOf.of(now, carrying.operations(now.id()), at);
        since.keySet().retainAll(all.stream().map(News::cause).toList());
        all.forEach(news -> since.putIfAbsent(news.cause(), at));
        return all;
    }

    private boolean steady(News news, Instant at) {
        Instant first = since.getOrDefault(news.cause(), at);
        return news.kind() != News.Kind.FINDING || !first.plus(STEADY).isAfter(at);
    }

    private void tell(Collective now, EndpointView endpoint, List<News> standing, DeskState state)
            throws StorageException {
        try {
            Notices.Wanted wanted = sessions.wanted(endpoint.id()).orElse(NOTHING);
            if (!wanted.on()) {
                book.forget(now.id(), endpoint.id());
                return;
            }
            // one that does not answer is told later
            boolean fine = endpoint.state() == EndpointView.State.FINE;
            List<News> others = standing.stream().filter(n -> !ToldInVain.by(endpoint, n)).toList();
            List<News> told =
                    fine || book.of(now.id(), endpoint.id()).isEmpty()
                            ? due(now.id(), endpoint.id(), wanted, others, state.at())
                            : List.of();
            if (!told.isEmpty()) {
                send(now, endpoint, told, state);
            }
        } catch (RefusedException refused) {
            // its settings cannot be read, or it was removed: its own finding says so
        }
    }

    private void send(Collective now, EndpointView endpoint, List<News> told, DeskState state)
            throws RefusedException, StorageException {
        String language = state.preferences().getOrDefault("language", "");
        NewsWords.Note note = ports.words().of(told, language);
        int priority = told.stream().mapToInt(News::priority).max().orElse(0);
        Tell tell = new Tell(endpoint.id(), note.title(), note.text(), priority);
        carrying.apply(planner.plan(now, tell));
    }

    /** What is to be told now by this way; it is known from here on. */
    private List<News> due(
            String id, String way, Notices.Wanted wanted, List<News> standing, Instant at)
            throws StorageException {
        List<String> causes = standing.stream().map(News::cause).toList();
        Optional<Told> before = book.of(id, way);
        if (before.isEmpty()) {
            book.keep(id, way, Told.NOTHING.with(causes, at));
            return List.of();
        }
        boolean whole = opened.plus(WHOLE).isBefore(at);
        Told known = before.get().seenAgain(causes, at, whole);
        int minute = at.atZone(zone).toLocalTime().toSecondOfDay() / 60;
        List<News> open =
                standing.stream()
                        .filter(n -> !known.knows(n.cause()) && steady(n, at))
                        .filter(n -> n.urgent() || !wanted.quiet(minute))
                        .toList();
        book.keep(id, way, known.with(open.stream().map(News::cause).toList(), at));
        boolean all = wanted.what().equals("all");
        return open.stream().filter(n -> all || n.urgent()).toList();
    }
}
