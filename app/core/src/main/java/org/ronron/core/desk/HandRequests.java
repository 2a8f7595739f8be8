package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ronron.api.Json;
import org.ronron.api.RequestFact;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Edits;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestBook;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/** Requests that were typed in here. State thread. */
final class HandRequests {
    /** So long a contact is kept of a request that nobody decides. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String CONTACT = "contact";

    /** The operations whose answers a request has had. */
    private static final String ANSWERED = "operations";

    private final DeskPorts ports;
    private final Table table;
    private final Words words;
    private final Carrying carrying;

    HandRequests(DeskPorts ports, Table table, Words words, Carrying carrying) {
        this.ports = ports;
        this.table = table;
        this.words = words;
        this.carrying = carrying;
    }

    RequestRef write(HandRequest request) throws RefusedException, StorageException {
        if (request.organisation().isEmpty()) {
            throw Refuse.setting("organisation", "");
        }
        String key = ports.ids().next();
        Json.Obj contact =
                Json.obj()
                        .with("name", request.contact().name())
                        .with("email", request.contact().email());
        Json.Obj edit =
                RequestBook.write(fact(key, request, ports.clock().instant()))
                        .with(CONTACT, contact);
        words.keep(edit(key, edit), "history.request.written", request.organisation());
        return new RequestRef("", key);
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

    /** An answer without an operation. */
    void answer(AnswerRequest answer) throws RefusedException, StorageException {
        Request request =
                RequestBook.requests(List.of(), table.edits()).stream()
                        .filter(r -> r.ref().equals(answer.request()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refuse.of(
                                                OwnError.NO_SUCH_SPACE,
                                                "",
                                                "name",
                                                answer.organisation()));
        if (answer.answer() != AnswerRequest.Answer.NOTE) {
            refuseIfAtWork(answer.request());
            refuseDecided(request.fact());
        }
        RequestFact.Word said =
                new RequestFact.Word(words.who(), ports.clock().instant(), answer.text());
        Json.Obj kept = table.edits().edit(Edits.REQUEST, answer.request().key());
        String text = "history.request." + answer.answer().name().toLowerCase(Locale.ROOT);
        words.keep(
                edit(answer.request().key(), answered(kept, answer, said)),
                text,
                answer.organisation());
    }

    private static void refuseDecided(RequestFact request) throws RefusedException {
        if (!request.waits()) {
            throw Refuse.of(
                    OwnError.DECIDED,
                    "",
                    "organisation",
                    request.organisation(),
                    "by",
                    request.settled().map(RequestFact.Word::by).orElse(""),
                    "at",
                    request.settled().map(w -> w.at().toString()).orElse(""));
        }
    }

    private static Json.Obj answered(Json.Obj kept, AnswerRequest answer, RequestFact.Word said) {
        return switch (answer.answer()) {
            case REFUSE -> settled(kept, RequestFact.State.REFUSED, said);
            case ASK, ASIDE -> noted(kept.with("state", RequestFact.State.ASIDE.name()), said);
            case NOTE -> noted(kept, said);
        };
    }

    private static Json.Obj settled(Json.Obj kept, RequestFact.State state, RequestFact.Word said) {
        return RequestBook.settled(kept, state, said.by(), said.at(), said.text());
    }

    private static Json.Obj noted(Json.Obj kept, RequestFact.Word said) {
        List<Json.Obj> notes = new ArrayList<>(kept.objects("notes"));
        notes.add(
                Json.obj()
                        .with("by", said.by())
                        .with("at", said.at().toEpochMilli())
                        .with("text", said.text()));
        return kept.with("notes", Json.arr(notes));
    }

    /** One request, one space: what an operation is about to fulfil is not decided beside it. */
    void refuseIfAtWork(RequestRef ref) throws RefusedException {
        for (OperationView operation : carrying.operations(table.row().id())) {
            boolean atWork =
                    switch (operation.state()) {
                        case RUNNING, WAITING, STOPPED -> true;
                        case CANCELLED, DONE -> false;
                    };
            Optional<RequestRef> made =
                    operation.plan().undoes().isPresent()
                            ? Optional.empty()
                            : operation.plan().space().flatMap(HandRequests::decides);
            if (atWork && made.filter(ref::equals).isPresent()) {
                throw Refuse.of(OwnError.BUSY, "", "operation", operation.title());
            }
        }
    }

    /** The request that a change is about, if it was typed in here. */
    static Optional<RequestRef> decides(SpaceChange change) {
        return request(change).filter(RequestRef::byHand);
    }

    /** The request that a change is about. */
    static Optional<RequestRef> request(SpaceChange change) {
        return switch (change) {
            case MakeSpace make -> make.request();
            case AlterSpace alter -> alter.request();
            case AnswerRequest answer -> Optional.of(answer.request());
        };
    }

    /** Those whose operation has ended are answered. May be run again at any time. */
    void tidy(List<OperationView> operations) throws RefusedException, StorageException {
        for (OperationView operation : operations) {
            Optional<SpaceChange> change = operation.plan().space();
            boolean ended = operation.state() == OperationView.State.DONE;
            if (ended && change.isPresent() && operation.plan().undoes().isEmpty()) {
                Optional<RequestRef> ref = decides(change.get());
                if (ref.isPresent()) {
                    answered(ref.get(), change.get(), operation);
                }
            }
        }
    }

    private void answered(RequestRef ref, SpaceChange change, OperationView operation)
            throws RefusedException, StorageException {
        Json.Obj kept = table.edits().edit(Edits.REQUEST, ref.key());
        List<String> before = kept.texts(ANSWERED);
        if (kept.members().isEmpty() || before.contains(operation.id())) {
            return;
        }
        Instant at = ended(operation);
        Json.Obj next =
                change instanceof AnswerRequest answer
                        ? answered(
                                kept,
                                answer,
                                new RequestFact.Word(operation.author(), at, answer.text()))
                        : settled(
                                kept,
                                RequestFact.State.ACCEPTED,
                                new RequestFact.Word(operation.author(), at, change.subject()));
        List<String> after = new ArrayList<>(before);
        after.add(operation.id());
        words.keep(edit(ref.key(), next.with(ANSWERED, Json.texts(after))));
    }

    private Instant ended(OperationView operation) {
        return operation.trace().stream()
                .filter(e -> e.kind() == JournalEvent.Kind.FINISHED)
                .findFirst()
                .map(e -> Instant.ofEpochMilli(e.at()))
                .orElseGet(() -> ports.clock().instant());
    }

    /** Contacts that were kept too long, in any collective, are forgotten. */
    void forget() throws StorageException {
        long oldest = ports.clock().instant().minus(KEPT).toEpochMilli();
        for (Workspace.CollectiveRow collective : ports.workspace().collectives()) {
            Map<String, Json.Obj> requests =
                    ports.workspace().edits(collective.id(), Edits.REQUEST);
            for (Map.Entry<String, Json.Obj> kept : requests.entrySet()) {
                boolean old = kept.getValue().number("submitted").orElse(0L) < oldest;
                if (old && !kept.getValue().object(CONTACT).members().isEmpty()) {
                    Json.Obj without = kept.getValue().with(CONTACT, Json.obj());
                    words.keep(
                            new Journal.ModelEdit(
                                    collective.id(), Edits.REQUEST, kept.getKey(), without));
                }
            }
        }
    }

    private Journal.ModelEdit edit(String key, Json.Obj value) throws RefusedException {
        return new Journal.ModelEdit(table.row().id(), Edits.REQUEST, key, value);
    }
}
