package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.RequestFact;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Heard;
import org.ronron.core.model.RequestBook;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Requests and spaces at work. */
final class SpacesAtWork implements SpaceDesk {
    /** So long a contact is kept of a request that nobody decides. */
    static final Duration KEPT = Duration.ofDays(30);

    /** Member of a request's edit: the operations that have settled it already. */
    private static final String OPERATIONS = "operations";

    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Asking asking;
    private final Words words;
    private final DeskSessions sessions;
    private final Carrying carrying;

    SpacesAtWork(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Asking asking,
            Words words,
            DeskSessions sessions,
            Carrying carrying) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.asking = asking;
        this.words = words;
        this.sessions = sessions;
        this.carrying = carrying;
    }

    @Override
    public List<Blueprint> blueprints() {
        return ports.blueprints();
    }

    @Override
    public CompletableFuture<Plan> plan(SpaceChange change) {
        return loop.act(() -> askSource(change))
                .thenCompose(asked -> asked)
                .thenCompose(asked -> loop.act(this::picture))
                .thenCompose(picture -> loop.away(() -> carrying.plan(picture, change)));
    }

    private CompletableFuture<Void> askSource(SpaceChange change) {
        return request(change)
                .flatMap(ref -> table.heard(ref.endpointId()))
                .map(heard -> asking.one(heard.row()))
                .orElseGet(() -> CompletableFuture.allOf());
    }

    @Override
    public CompletableFuture<Requests.Contact> contact(RequestRef request) {
        return loop.away(() -> sessions.contact(request));
    }

    @Override
    public CompletableFuture<RequestRef> write(HandRequest request) {
        return loop.act(
                () -> {
                    String key = ports.ids().next();
                    Instant now = ports.clock().instant();
                    Json.Obj edit =
                            RequestBook.write(fact(key, request, now))
                                    .with("contact", contact(request.contact()));
                    words.keep(edit(key, edit), "history.request.written", request.organisation());
                    table.trouble = Optional.empty();
                    return new RequestRef("", key);
                });
    }

    private static Json.Obj contact(Requests.Contact contact) {
        return Json.obj().with("name", contact.name()).with("email", contact.email());
    }

    private static RequestFact fact(String key, HandRequest request, Instant now) {
        return new RequestFact(
                key,
                "1",
                RequestFact.State.PENDING,
                "",
                now,
                request.organisation(),
                "",
                "",
                OptionalInt.empty(),
                OptionalLong.empty(),
                request.purpose(),
                request.wished(),
                request.office(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
    }

    @Override
    public CompletableFuture<Void> settle(AnswerRequest answer) {
        return loop.write(
                () -> {
                    if (!answer.request().byHand()) {
                        throw Refuse.internal("a request of a source is answered by a plan");
                    }
                    answered(answer);
                });
    }

    private void answered(AnswerRequest answer) throws RefusedException, StorageException {
        String key = answer.request().key();
        Json.Obj kept = table.edits().edit(Edits.REQUEST, key);
        if (kept.members().isEmpty()) {
            throw Refuse.of(OwnError.NO_SUCH_SPACE, "", "name", answer.organisation());
        }
        Json.Obj next = answered(kept, answer, ports.clock().instant());
        String text = "history.request." + answer.answer().name().toLowerCase(Locale.ROOT);
        words.keep(edit(key, next), text, answer.organisation());
    }

    private Json.Obj answered(Json.Obj kept, AnswerRequest answer, Instant now) {
        return switch (answer.answer()) {
            case REFUSE -> settled(kept, RequestFact.State.REFUSED, answer.text(), now);
            case ASK, ASIDE ->
                    noted(kept.with("state", RequestFact.State.ASIDE.name()), answer, now);
            case NOTE -> noted(kept, answer, now);
        };
    }

    private Json.Obj settled(Json.Obj kept, RequestFact.State state, String text, Instant now) {
        return RequestBook.settled(kept, state, words.who(), now, text);
    }

    private Json.Obj noted(Json.Obj kept, AnswerRequest answer, Instant now) {
        List<Json.Obj> notes = new ArrayList<>(kept.objects("notes"));
        notes.add(
                Json.obj()
                        .with("by", words.who())
                        .with("at", now.toEpochMilli())
                        .with("text", answer.text()));
        return kept.with("notes", Json.arr(notes));
    }

    private Journal.ModelEdit edit(String key, Json.Obj value) throws RefusedException {
        return new Journal.ModelEdit(table.row().id(), Edits.REQUEST, key, value);
    }

    /**
     * Requests that were typed in, and whose operation has ended, are decided; contacts that were
     * kept too long are forgotten. State thread; may be run again at any time.
     */
    void tidy(List<OperationView> operations) throws RefusedException, StorageException {
        Instant now = ports.clock().instant();
        for (OperationView operation : operations) {
            boolean ended = operation.state() == OperationView.State.DONE;
            if (ended && operation.plan().undoes().isEmpty()) {
                settle(operation.id(), operation.plan(), now);
            }
        }
        long oldest = now.minus(KEPT).toEpochMilli();
        for (Map.Entry<String, Json.Obj> kept : table.edits().of(Edits.REQUEST).entrySet()) {
            boolean old = kept.getValue().number("submitted").orElse(0L) < oldest;
            if (old && !kept.getValue().object("contact").members().isEmpty()) {
                words.keep(edit(kept.getKey(), kept.getValue().with("contact", Json.obj())));
            }
        }
    }

    /** Once for each operation: its id is kept with what it has settled. */
    private void settle(String operation, Plan plan, Instant now)
            throws RefusedException, StorageException {
        Optional<RequestRef> ref = plan.space().flatMap(SpacesAtWork::request);
        if (ref.isEmpty() || !ref.get().byHand()) {
            return;
        }
        String key = ref.get().key();
        Json.Obj kept = table.edits().edit(Edits.REQUEST, key);
        List<String> settledBy = new ArrayList<>(kept.texts(OPERATIONS));
        if (kept.members().isEmpty() || settledBy.contains(operation)) {
            return;
        }
        settledBy.add(operation);
        Json.Obj next =
                switch (plan.space().orElseThrow()) {
                    case MakeSpace make ->
                            settled(kept, RequestFact.State.ACCEPTED, make.name(), now);
                    case AlterSpace alter ->
                            settled(kept, RequestFact.State.ACCEPTED, alter.name(), now);
                    case AnswerRequest answer -> answered(kept, answer, now);
                };
        words.keep(edit(key, next.with(OPERATIONS, Json.texts(settledBy))));
    }

    private static Optional<RequestRef> request(SpaceChange change) {
        return switch (change) {
            case MakeSpace make -> make.request();
            case AlterSpace alter -> alter.request();
            case AnswerRequest answer -> Optional.of(answer.request());
        };
    }

    @Override
    public CompletableFuture<Look> look(String space) {
        return loop.act(() -> table.connections().stream().map(Heard::row).toList())
                .thenCompose(rows -> look(space, rows));
    }

    private CompletableFuture<Look> look(String space, List<Workspace.EndpointRow> rows) {
        List<CompletableFuture<Look>> looks = new ArrayList<>();
        for (Workspace.EndpointRow row : rows) {
            boolean holds =
                    ports.connector(row.type())
                            .filter(c -> c.descriptor().capabilities().contains(Spaces.class))
                            .isPresent();
            if (holds) {
                looks.add(loop.away(() -> look(space, row)));
            }
        }
        return CompletableFuture.allOf(looks.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        done ->
                                new Look(
                                        all(looks, Look::links).stream()
                                                .sorted(
                                                        Comparator.comparing(
                                                                (Space.Link l) -> l.fact().kind()))
                                                .toList(),
                                        all(looks, Look::faults)));
    }

    private static <T> List<T> all(
            List<CompletableFuture<Look>> looks, Function<Look, List<T>> part) {
        return looks.stream().flatMap(l -> part.apply(l.join()).stream()).toList();
    }

    private Look look(String space, Workspace.EndpointRow row) {
        try (Session session = sessions.reading(row.id())) {
            List<LinkFact> seen =
                    session.capability(Spaces.class).isPresent()
                            ? session.capability(Spaces.class).get().look(space)
                            : List.of();
            return new Look(
                    seen.stream()
                            .map(f -> new Space.Link(row.id(), row.name(), row.type(), f))
                            .toList(),
                    List.of());
        } catch (ConnectorException failed) {
            return new Look(List.of(), List.of(failed.fault()));
        } catch (RefusedException refused) {
            return new Look(List.of(), List.of(refused.fault()));
        } catch (RuntimeException broken) {
            Fault fault = Fault.of(OwnError.INTERNAL, row.name(), "what", broken.toString());
            return new Look(List.of(), List.of(fault));
        }
    }

    private Collective picture() throws RefusedException {
        return table.picture(ports.clock().instant())
                .orElseThrow(() -> Refuse.internal("no collective is open"));
    }
}
