package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.ronron.api.Fault;
import org.ronron.core.findings.Findings;
import org.ronron.core.model.Collective;
import org.ronron.core.model.CollectiveBuilder;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Finding;
import org.ronron.core.model.Heard;
import org.ronron.core.model.Node;
import org.ronron.core.model.RequestBook;
import org.ronron.core.model.SafetyBook;
import org.ronron.core.model.SpaceBook;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Workspace;

/** What lies on the desk. Touched by the desk's state thread only. */
final class Table {
    /** How often endpoints are asked. */
    static final Duration POLL = Duration.ofSeconds(30);

    List<Workspace.CollectiveRow> collectives = List.of();
    Map<String, String> preferences = Map.of();
    List<Journal.HistoryRow> history = List.of();
    Optional<Fault> trouble = Optional.empty();
    Staged staged = Staged.NONE;
    int refreshing;

    private Optional<Workspace.CollectiveRow> open = Optional.empty();
    private final Map<String, Heard> heard = new LinkedHashMap<>();

    /** The connections as they are configured now; the one part that any thread may read. */
    final Map<String, Workspace.EndpointRow> rows = new ConcurrentHashMap<>();

    private final SpaceBook book = new SpaceBook();
    private final SafetyBook safety;
    private final ZoneId zone;
    private Edits edits = Edits.NONE;
    private Edits published = Edits.NONE;
    private List<Node> drawn = List.of();

    /**
     * @param keepers the types of connectors that keep backups
     * @param zone in which a day begins for who sits here
     */
    Table(Set<String> keepers, ZoneId zone) {
        this.zone = zone;
        safety = new SafetyBook(keepers);
    }

    void open(Workspace.CollectiveRow row, List<Heard> known, Edits ours, Edits figures) {
        close();
        open = Optional.of(row);
        known.forEach(this::put);
        edits = ours;
        published = figures;
    }

    void close() {
        open = Optional.empty();
        heard.clear();
        rows.clear();
        edits = Edits.NONE;
        published = Edits.NONE;
        staged = Staged.NONE;
        history = List.of();
        drawn = List.of();
    }

    Edits edits() {
        return edits;
    }

    void edits(Edits ours) {
        edits = ours;
    }

    Optional<Workspace.CollectiveRow> open() {
        return open;
    }

    /**
     * The collective that is open.
     *
     * @throws RefusedException when there is none
     */
    Workspace.CollectiveRow row() throws RefusedException {
        return open.orElseThrow(() -> Refuse.internal("no collective is open"));
    }

    /**
     * The collective that is open, to be connected to machines.
     *
     * @throws RefusedException when there is none, or it is a sample
     */
    Workspace.CollectiveRow connectable() throws RefusedException {
        Workspace.CollectiveRow row = row();
        if (sample()) {
            throw Refuse.setting("collective", "a sample is never connected");
        }
        return row;
    }

    boolean sample() {
        return open.filter(r -> r.kind().equals(SampleLoader.TYPE)).isPresent();
    }

    /** What has been heard of each connection; nothing for a sample. */
    List<Heard> connections() {
        return sample() ? List.of() : List.copyOf(heard.values());
    }

    Optional<Heard> heard(String endpointId) {
        return sample() ? Optional.empty() : Optional.ofNullable(heard.get(endpointId));
    }

    /**
     * What has been heard of this connection.
     *
     * @throws RefusedException when it is not there any more
     */
    Heard connection(String endpointId) throws RefusedException {
        return heard(endpointId)
                .orElseThrow(
                        () ->
                                Refuse.of(
                                        OwnError.INTERNAL,
                                        endpointId,
                                        "what",
                                        "this connection is not there any more"));
    }

    void put(Heard news) {
        heard.put(news.row().id(), news);
        rows.put(news.row().id(), news.row());
    }

    void change(String endpointId, UnaryOperator<Heard> change) {
        Heard before = heard.get(endpointId);
        if (before != null) {
            put(change.apply(before));
        }
    }

    void forget(String endpointId) {
        heard.remove(endpointId);
        rows.remove(endpointId);
    }

    Optional<Collective> picture(Instant now) {
        return picture(now, List.of());
    }

    /**
     * @param found what is found elsewhere
     */
    Optional<Collective> picture(Instant now, List<Finding> found) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return open.map(row -> safety.join(joined(row, now), heard.values(), now))
                .map(joined -> Findings.complete(joined, found, edits, today));
    }

    private Collective joined(Workspace.CollectiveRow row, Instant now) {
        Collective joined =
                CollectiveBuilder.after(
                        drawn, row, heard.values(), edits.with(published), now, POLL);
        drawn = joined.nodes();
        return joined.with(
                book.spaces(heard.values(), edits), RequestBook.requests(heard.values(), edits));
    }
}
