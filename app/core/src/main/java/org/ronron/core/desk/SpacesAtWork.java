package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.LinkFact;
import org.ronron.api.LiveValue;
import org.ronron.api.Requests;
import org.ronron.api.Session;
import org.ronron.api.Spaces;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Heard;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.plan.Step;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Requests and spaces at work. */
final class SpacesAtWork implements SpaceDesk {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Asking asking;
    private final HandRequests byHand;
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
        this.byHand = new HandRequests(ports, table, words, carrying);
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
                .thenCompose(asked -> loop.act(() -> picture(change)))
                .thenCompose(picture -> loop.away(() -> plan(picture, change)));
    }

    private Collective picture(SpaceChange change) throws RefusedException {
        Optional<RequestRef> ref = HandRequests.decides(change);
        if (ref.isPresent()) {
            byHand.refuseIfAtWork(ref.get());
        }
        return picture();
    }

    /** Refused at once when nobody knows any more whom its last step would write to. */
    private Plan plan(Collective picture, SpaceChange change) throws RefusedException {
        Plan plan = carrying.plan(picture, change);
        Optional<RequestRef> ref = HandRequests.decides(change);
        if (ref.isPresent() && plan.steps().stream().anyMatch(SpacesAtWork::writes)) {
            sessions.contact(ref.get());
        }
        return plan;
    }

    private static boolean writes(Step step) {
        return step.action().stream()
                .flatMap(a -> a.arguments().members().values().stream())
                .anyMatch(value -> LiveValue.of(value).isPresent());
    }

    private CompletableFuture<Void> askSource(SpaceChange change) {
        return HandRequests.request(change).flatMap(ref -> table.heard(ref.endpointId()))
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
                    RequestRef ref = byHand.write(request);
                    table.trouble = Optional.empty();
                    return ref;
                });
    }

    @Override
    public CompletableFuture<Void> settle(AnswerRequest answer) {
        return loop.write(
                () -> {
                    if (!answer.request().byHand()) {
                        throw Refuse.internal("a request of a source is answered by a plan");
                    }
                    byHand.answer(answer);
                });
    }

    /** What follows from operations and from time. State thread; at any time, again and again. */
    void tidy(List<OperationView> operations) throws RefusedException, StorageException {
        byHand.tidy(operations);
        byHand.forget();
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
