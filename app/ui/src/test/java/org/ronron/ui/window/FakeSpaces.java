package org.ronron.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ronron.api.Fault;
import org.ronron.api.Requests;
import org.ronron.core.desk.HandRequest;
import org.ronron.core.desk.SpaceDesk;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.BlueprintJson;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.resources.Files;

/** Requests and spaces in memory: writes down what it is asked, refuses what a test tells it to. */
public final class FakeSpaces implements SpaceDesk {
    public final List<SpaceChange> planned = new CopyOnWriteArrayList<>();
    public final List<AnswerRequest> settled = new CopyOnWriteArrayList<>();
    public final List<HandRequest> written = new CopyOnWriteArrayList<>();
    public final List<String> contacted = new CopyOnWriteArrayList<>();
    public final Map<String, Requests.Contact> contacts = new ConcurrentHashMap<>();
    public final List<String> looked = new CopyOnWriteArrayList<>();
    public volatile Look look = new Look(List.of(), List.of());

    /** A look that is not over until a test ends it; in the place of {@link #look}. */
    public volatile Optional<CompletableFuture<Look>> slowLook = Optional.empty();

    /** Answers that come later, by the request's key; a test completes them. */
    public final Map<String, CompletableFuture<Requests.Contact>> slow = new ConcurrentHashMap<>();

    /** What the next call that changes something is refused with. */
    public volatile Optional<Fault> refusal = Optional.empty();

    /** The steps of each plan are these; its id ends in {@code SPC1}. */
    public volatile List<org.ronron.core.plan.Step> steps = List.of();

    @Override
    public List<Blueprint> blueprints() {
        List<Blueprint> all = new ArrayList<>();
        for (String name : Files.BLUEPRINTS) {
            try {
                String text = Files.text("blueprints/" + name + ".json");
                all.add(BlueprintJson.read(JsonText.readObject(text)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(name, unreadable);
            }
        }
        return all;
    }

    private <T> CompletableFuture<T> done(T value) {
        Optional<Fault> fault = refusal;
        refusal = Optional.empty();
        return fault.isPresent()
                ? CompletableFuture.failedFuture(new RefusedException(fault.get()))
                : CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletableFuture<Plan> plan(SpaceChange change) {
        planned.add(change);
        return done(
                new Plan(
                        "01JPLAN0000000000000000SPC1",
                        "collective",
                        List.of(change),
                        Map.of(),
                        States.NOW,
                        steps,
                        List.of(),
                        Plan.CutOff.NOBODY,
                        Optional.empty()));
    }

    @Override
    public CompletableFuture<Requests.Contact> contact(RequestRef request) {
        contacted.add(request.key());
        if (slow.containsKey(request.key())) {
            return slow.get(request.key());
        }
        Requests.Contact known = contacts.get(request.key());
        return known == null
                ? CompletableFuture.failedFuture(
                        new RefusedException(
                                Fault.of(OwnError.CONTACT_GONE, "", "request", request.key())))
                : CompletableFuture.completedFuture(known);
    }

    @Override
    public CompletableFuture<RequestRef> write(HandRequest request) {
        written.add(request);
        return done(new RequestRef("", "hand-" + written.size()));
    }

    @Override
    @SuppressWarnings("NullAway") // a future of Void ends with null
    public CompletableFuture<Void> settle(AnswerRequest answer) {
        settled.add(answer);
        return done(null);
    }

    @Override
    public CompletableFuture<Look> look(String space) {
        looked.add(space);
        return slowLook.isPresent() ? slowLook.get() : done(look);
    }
}
