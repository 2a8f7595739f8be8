package org.ronron.launcher;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.ronron.api.Connector;
import org.ronron.api.RequestFact;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.Secrets;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticePlanJson;

/**
 * One request approved from beginning to end, as a person would do it, without the window. Whoever
 * kills it in the middle and starts it again finds it going on where it was.
 *
 * <p>Ends with {@link #DONE}, or {@link #ASKED} where a person has to say whether the letter has
 * left, {@link #STOPPED} where an operation stands still for another reason.
 */
final class OneApproval {
    static final int DONE = 0;
    static final int STOPPED = 3;
    static final int ASKED = 5;

    /** What a person does after a kill. */
    enum Wish {
        /** Goes on to the end. */
        GO_ON,
        /** The letter is in the box: says so, and goes on. */
        LETTER_LEFT,
        /** There is no letter in the box: tries again, and goes on. */
        NO_LETTER,
        /** Takes back what was made. */
        UNDO
    }

    private static final String COLLECTIVE = "Ferme";
    private static final String PASSPHRASE = "une phrase de passe pour l'essai";

    private final Desk desk;
    private final Waiting waiting;
    private final String name;

    private OneApproval(Desk desk, String name) {
        this.desk = desk;
        this.waiting = new Waiting(desk);
        this.name = name;
    }

    /** Arguments: the home, the wish, the request, the name. Plan and secrets on standard input. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PracticePlan plan =
                PracticePlanJson.read(
                        JsonText.readObject(in.readLine()), JsonText.readObject(in.readLine()));
        List<Connector> connectors =
                ServiceLoader.load(Connector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        House house =
                House.open(Path.of(arguments[0]), connectors, Optional.empty(), CrashPoint.NONE);
        house.started().get(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        OneApproval approval = new OneApproval(house.desk(), arguments[3]);
        approval.open(house, plan);
        approval.takeUp(house);
        System.exit(approval.run(Wish.valueOf(arguments[1]), arguments[2], in));
    }

    private void open(House house, PracticePlan plan) throws Exception {
        char[] passphrase = PASSPHRASE.toCharArray();
        boolean first = desk.state().vault() == Secrets.State.ABSENT;
        Waiting.done(first ? desk.vault().create(passphrase) : desk.vault().unlock(passphrase));
        boolean complete =
                desk.state()
                        .collective()
                        .filter(c -> c.endpoints().size() == plan.systems().size())
                        .isPresent();
        if (!complete) {
            furnish(house, plan);
        }
    }

    /** What the journal holds is taken up a moment after the picture stands. */
    private void takeUp(House house) throws Exception {
        String collective = desk.state().collective().orElseThrow().id();
        List<String> left =
                house.store().journal().operations(collective).stream().map(o -> o.id()).toList();
        waiting.until(
                "what was left",
                s -> s.operations().stream().map(OperationView::id).toList().containsAll(left));
    }

    /** A kill may have come in the middle of it: what is there already stays. */
    private void furnish(House house, PracticePlan plan) throws Exception {
        if (desk.state().collective().isEmpty()) {
            // made, but killed before it was opened: the welcome page lists it then
            Optional<String> made =
                    desk.state().collectives().stream()
                            .filter(c -> c.name().equals(COLLECTIVE))
                            .map(c -> c.id())
                            .findFirst();
            Waiting.done(
                    made.isPresent() ? desk.open(made.get()) : desk.create(COLLECTIVE, "practice"));
        }
        List<String> there =
                desk.state().collective().orElseThrow().endpoints().stream()
                        .map(EndpointView::name)
                        .toList();
        plan.trust(house.store().trust(), Clock.systemUTC().millis());
        for (var draft : plan.drafts()) {
            if (!there.contains(draft.name())) {
                Waiting.done(desk.add(draft));
            }
        }
    }

    private int run(Wish wish, String request, BufferedReader in) throws Exception {
        Optional<OperationView> left = operation(desk.state());
        if (left.isEmpty()) {
            DeskState seen =
                    waiting.until("request " + request, s -> asked(s, request).isPresent());
            if (asked(seen, request).orElseThrow().fact().state() == RequestFact.State.ACCEPTED) {
                return DONE;
            }
            begin(asked(seen, request).orElseThrow(), in);
        }
        return switch (wish) {
            case GO_ON -> end();
            case LETTER_LEFT -> {
                waiting.until("a step in doubt", s -> doubt(s).isPresent());
                OperationView stands = operation(desk.state()).orElseThrow();
                Waiting.done(
                        desk.operations().confirm(stands.id(), doubt(desk.state()).orElseThrow()));
                yield end();
            }
            case NO_LETTER -> {
                waiting.until("a step in doubt", s -> doubt(s).isPresent());
                Waiting.done(
                        desk.operations().tryAgain(operation(desk.state()).orElseThrow().id()));
                yield end();
            }
            case UNDO -> undo();
        };
    }

    private static Optional<Request> asked(DeskState state, String key) {
        return state.collective().stream()
                .filter(OneApproval::allAnswer)
                .flatMap(c -> c.requests().stream())
                .filter(r -> r.ref().key().equals(key))
                .findFirst();
    }

    private static boolean allAnswer(Collective collective) {
        return collective.endpoints().stream().allMatch(e -> e.state() == EndpointView.State.FINE);
    }

    /** Says that it has planned and waits for a word: somebody may do something meanwhile. */
    private void begin(Request request, BufferedReader in) throws Exception {
        for (EndpointView endpoint : desk.state().collective().orElseThrow().endpoints()) {
            Waiting.done(desk.allowWriting(endpoint.id(), Duration.ofHours(2)));
        }
        Plan plan =
                Waiting.done(
                        desk.spaces()
                                .plan(
                                        new MakeSpace(
                                                "nextcloud-farm",
                                                name,
                                                request.fact().organisation(),
                                                Map.of(),
                                                Optional.of(request.ref()),
                                                request.fact().version())));
        System.out.println("planned");
        System.out.flush();
        in.readLine();
        Waiting.done(desk.operations().apply(plan));
        System.out.println("begun");
        System.out.flush();
    }

    private Optional<OperationView> operation(DeskState state) {
        return state.operations().stream()
                .filter(o -> o.plan().undoes().isEmpty())
                .filter(o -> o.title().equals(name))
                .findFirst();
    }

    private Optional<Integer> doubt(DeskState state) {
        return operation(state).stream()
                .filter(o -> o.state() == OperationView.State.STOPPED)
                .flatMap(
                        o ->
                                o.plan().steps().stream()
                                        .map(s -> s.index())
                                        .filter(i -> o.steps().get(i).state() == StepState.UNKNOWN))
                .findFirst();
    }

    private int end() throws Exception {
        DeskState state =
                waiting.until(
                        "the end of the approval",
                        s ->
                                operation(s)
                                        .filter(
                                                o ->
                                                        o.state() == OperationView.State.DONE
                                                                || o.state()
                                                                        == OperationView.State
                                                                                .STOPPED)
                                        .isPresent());
        OperationView operation = operation(state).orElseThrow();
        if (operation.state() == OperationView.State.DONE) {
            return DONE;
        }
        System.err.println("stopped: " + operation.steps());
        return doubt(state)
                        .filter(
                                i ->
                                        operation.plan().steps().get(i).action().stream()
                                                .anyMatch(a -> a.verb().equals("mail.send")))
                        .isPresent()
                ? ASKED
                : STOPPED;
    }

    private int undo() throws Exception {
        String id = operation(desk.state()).orElseThrow().id();
        Waiting.done(desk.operations().cancel(id));
        waiting.until("what runs to end", s -> quiet(operation(s).orElseThrow()));
        if (operation(desk.state()).orElseThrow().state() == OperationView.State.DONE) {
            return DONE;
        }
        Plan back = Waiting.done(desk.operations().undo(id));
        Waiting.done(desk.operations().apply(back));
        DeskState ended =
                waiting.until(
                        "the end of the undo",
                        s ->
                                s.operations().stream()
                                        .anyMatch(
                                                o ->
                                                        o.plan().undoes().equals(Optional.of(id))
                                                                && (o.state()
                                                                                == OperationView
                                                                                        .State.DONE
                                                                        || o.state()
                                                                                == OperationView
                                                                                        .State
                                                                                        .STOPPED)));
        for (OperationView operation : ended.operations()) {
            if (operation.plan().undoes().isPresent()
                    && operation.state() == OperationView.State.STOPPED) {
                System.err.println("undo stopped: " + operation.steps());
                return STOPPED;
            }
        }
        return DONE;
    }

    private static boolean quiet(OperationView operation) {
        return operation.steps().stream().noneMatch(s -> s.state() == StepState.RUNNING);
    }
}
