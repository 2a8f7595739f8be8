package org.ronron.practice.tour;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Request;
import org.ronron.core.model.Space;
import org.ronron.core.plan.AlterSpace;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.MakeSpace;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** Another evening, at a collective that gives spaces: requests are decided, and one space goes. */
final class ThirdAct {
    /** The organisations of the practice, and the names that they wish. */
    private static final String ACCEPTED = "amap-vallon";

    private static final String TAKEN = "fournil";
    private static final String REFUSED = "pirouette";
    private static final String REMOVED = "vieille-chorale";
    private static final String FARM = "nextcloud-farm";
    private static final String OPERATIONS = ".operations-page";
    private static final Duration SYSTEMS = Duration.ofSeconds(60);
    private static final Duration WORK = Duration.ofSeconds(120);

    private final Stage stage;

    private ThirdAct(Stage stage) {
        this.stage = stage;
    }

    static void play(Stage stage) throws TourException {
        ThirdAct act = new ThirdAct(stage);
        act.opens();
        act.isTaken();
        act.accepts();
        act.stops();
        act.mends();
        act.isMade();
        act.refuses();
        act.looks();
        act.removes();
    }

    private void opens() throws TourException {
        stage.until(stage.texts().get("welcome.practise.go"));
        stage.hand().write("#welcome-name", stage.texts().get("tour.volunteer"));
        stage.clickWords(stage.texts().get("welcome.practise.go"));
        until(
                "systems that all answer",
                SYSTEMS,
                c ->
                        c.endpoints().size() == 6
                                && c.endpoints().stream()
                                        .allMatch(e -> e.state() == EndpointView.State.FINE));
        stage.hand().click("#rail-requests");
        open(ACCEPTED);
        stage.eye().until("#decide-accept", Stage.PATIENCE);
        stage.done(20, "requests", "organisation", request(ACCEPTED).fact().organisation());
    }

    /** What the window says while one reads, and what a plan is refused with. */
    private void isTaken() throws TourException {
        Request request = request(TAKEN);
        open(TAKEN);
        stage.eye().until("#decide-name-state", Stage.PATIENCE);
        stage.eye().blink();
        try {
            stage.desk().spaces().plan(make(request, TAKEN)).join();
            throw new TourException("a taken name was planned");
        } catch (CompletionException refused) {
            boolean taken =
                    refused.getCause() instanceof RefusedException why
                            && why.fault().code() == OwnError.SPACE_TAKEN;
            if (!taken) {
                throw new TourException("a taken name: " + refused.getCause());
            }
        }
        stage.done(21, "taken", "name", TAKEN);
    }

    private static MakeSpace make(Request request, String name) {
        return new MakeSpace(
                FARM,
                name,
                request.fact().organisation(),
                Map.of(),
                Optional.of(request.ref()),
                request.fact().version());
    }

    private void accepts() throws TourException {
        open(ACCEPTED);
        stage.hand().click("#decide-accept");
        FirstAct.applyButton(stage);
        stage.done(22, "space-review", "name", ACCEPTED);
        stage.hand().click(FirstAct.applyButton(stage));
        stage.clickWords(stage.texts().get("review.allow"));
    }

    /** HAProxy was started before its configuration had the map of addresses. */
    private void stops() throws TourException {
        operation("stop", o -> made(o, ACCEPTED), OperationView.State.STOPPED);
        openOperation("make", ACCEPTED);
        stage.eye().until("#operation-remedy", Stage.PATIENCE);
        stage.eye().blink();
        stage.done(23, "space-stopped", "name", ACCEPTED);
    }

    private void mends() throws TourException {
        stage.hand().click("#operation-remedy");
        FirstAct.applyButton(stage);
        stage.done(24, "space-remedy");
        stage.hand().click(FirstAct.applyButton(stage));
        operation(
                "end of the remedy",
                o -> o.plan().changes().stream().anyMatch(Mend.class::isInstance),
                OperationView.State.DONE);
    }

    private void isMade() throws TourException {
        OperationView stands =
                operation("stop", o -> made(o, ACCEPTED), OperationView.State.STOPPED);
        stage.hand().click("#operation-mended");
        stage.clickWords(
                stage.texts()
                        .get(
                                "operations.tryAgain",
                                "n",
                                stage.texts().figures().whole(standing(stands))));
        stage.eye()
                .until(
                        ACCEPTED + " to go on",
                        Stage.PATIENCE,
                        () ->
                                stage.desk().state().operations().stream()
                                        .filter(o -> o.id().equals(stands.id()))
                                        .filter(o -> o.state() != OperationView.State.STOPPED)
                                        .findFirst());
        operation("end of " + ACCEPTED, o -> made(o, ACCEPTED), OperationView.State.DONE);
        openOperation("make", ACCEPTED);
        stage.eye().blink();
        stage.done(25, "space-made", "name", ACCEPTED);
    }

    private void refuses() throws TourException {
        Request request = request(REFUSED);
        stage.hand().click("#rail-requests");
        open(REFUSED);
        stage.hand().click("#decide-refuse");
        stage.hand().write("#answer-text", stage.texts().get("tour.reason"));
        stage.done(26, "space-refused", "organisation", request.fact().organisation());
        stage.hand().click("#answer-go");
        stage.hand().click(FirstAct.applyButton(stage));
        operation(
                "end of the refusal",
                o -> o.plan().space().filter(AnswerRequest.class::isInstance).isPresent(),
                OperationView.State.DONE);
    }

    private void looks() throws TourException {
        stage.hand().click("#rail-spaces");
        stage.hand().write("#spaces-search", ACCEPTED);
        until("the space with its parts", WORK, c -> parts(c, ACCEPTED) >= 5);
        openSpace(ACCEPTED);
        stage.eye().until("#link-check", WORK);
        stage.eye().blink();
        stage.done(27, "space", "name", ACCEPTED);
    }

    private void openSpace(String name) throws TourException {
        stage.hand().click("#spaces-table .table-row-cell", row -> says(row, name));
        stage.eye()
                .until(
                        "the parts of " + name,
                        Stage.PATIENCE,
                        () ->
                                stage.eye().visible("#space-detail .space-name").stream()
                                        .filter(n -> says(n, name))
                                        .findFirst());
    }

    private static int parts(Collective collective, String name) {
        return collective.space(name).map(Space::links).map(l -> l.size()).orElse(0);
    }

    /** Made first, as a colleague would have years ago. */
    private void removes() throws TourException {
        Plan made =
                stage.desk()
                        .spaces()
                        .plan(
                                new MakeSpace(
                                        FARM,
                                        REMOVED,
                                        "Chorale",
                                        Map.of("office", "none"),
                                        Optional.empty(),
                                        ""))
                        .join();
        stage.desk().operations().apply(made).join();
        operation("end of " + REMOVED, o -> made(o, REMOVED), OperationView.State.DONE);
        stage.desk().refresh().join();
        until("the space to be removed", WORK, c -> parts(c, REMOVED) >= 5);
        stage.hand().write("#spaces-search", REMOVED);
        openSpace(REMOVED);
        stage.hand().click("#space-remove");
        stage.hand().write("#remove-name", REMOVED);
        stage.done(28, "space-removing", "name", REMOVED);
        stage.hand().click("#remove-go");
        FirstAct.applyButton(stage);
        stage.done(29, "space-removal", "name", REMOVED);
        stage.hand().click(FirstAct.applyButton(stage));
        operation(
                "end of the removal",
                o -> o.plan().space().filter(AlterSpace.class::isInstance).isPresent(),
                OperationView.State.DONE);
        openOperation("space.remove", REMOVED);
        stage.eye().blink();
        stage.done(30, "space-removed", "name", REMOVED);
    }

    /** The place of the step at which it stands, from 1. */
    private static long standing(OperationView operation) {
        return 1
                + IntStream.range(0, operation.steps().size())
                        .filter(i -> operation.steps().get(i).fault().isPresent())
                        .findFirst()
                        .orElse(0);
    }

    private static boolean made(OperationView operation, String name) {
        Optional<SpaceChange> change = operation.plan().space();
        return change.filter(MakeSpace.class::isInstance)
                .filter(c -> c.subject().equals(name))
                .isPresent();
    }

    private Request request(String wished) throws TourException {
        return stage.eye()
                .until(
                        "the request for " + wished,
                        Stage.PATIENCE,
                        () ->
                                stage.desk().state().collective().stream()
                                        .flatMap(c -> c.requests().stream())
                                        .filter(r -> r.fact().wished().equals(wished))
                                        .findFirst());
    }

    /** Clicks the row of a request. */
    private void open(String wished) throws TourException {
        String organisation = request(wished).fact().organisation();
        stage.hand().click("#requests-list .list-cell", cell -> says(cell, organisation));
        stage.eye()
                .until(
                        "the request of " + organisation,
                        Stage.PATIENCE,
                        () ->
                                stage.eye().visible("#request-organisation").stream()
                                        .filter(n -> says(n.getParent(), organisation))
                                        .findFirst());
    }

    /** The page shows the one that was open last, or the list. */
    private void openOperation(String kind, String name) throws TourException {
        stage.hand().click("#rail-operations");
        String title = stage.texts().get("review.title." + kind, "name", name).substring(1);
        boolean another =
                stage.eye()
                        .until(
                                "the operations",
                                Stage.PATIENCE,
                                () -> operations().findFirst().map(n -> isAnother(n, title)));
        if (another) {
            stage.clickWords(stage.texts().get("operations.back"));
        }
        Node found =
                stage.eye()
                        .until(
                                "the operation: " + title,
                                Stage.PATIENCE,
                                () -> operations().filter(n -> says(n, title)).findFirst());
        if (found instanceof ListCell<?>) {
            stage.hand().click(OPERATIONS + " .list-cell", cell -> says(cell, title));
        }
        stage.eye().until(".step-line", Stage.PATIENCE);
    }

    private static boolean isAnother(Node found, String title) {
        return !(found instanceof ListCell<?>) && !says(found, title);
    }

    /** The title of the one that is open, or those in the list. */
    private Stream<Node> operations() {
        Stream<Node> list = stage.eye().visible(OPERATIONS + " .list-cell").stream();
        Stream<Node> title =
                stage.eye().visible(OPERATIONS + " .page-title").stream()
                        .filter(n -> !stage.eye().visible(OPERATIONS + " .step-line").isEmpty());
        return Stream.concat(title, list);
    }

    private static boolean says(Node cell, String words) {
        return Stream.concat(Stream.of(cell), cell.lookupAll("*").stream())
                .anyMatch(
                        n ->
                                n instanceof Labeled l
                                        && l.getText() != null
                                        && l.getText().contains(words));
    }

    private void until(String what, Duration atMost, Predicate<Collective> wanted)
            throws TourException {
        stage.eye().until(what, atMost, () -> stage.desk().state().collective().filter(wanted));
    }

    private OperationView operation(
            String what, Predicate<OperationView> which, OperationView.State state)
            throws TourException {
        OperationView ended =
                stage.eye()
                        .until(
                                what,
                                WORK,
                                () ->
                                        stage.desk().state().operations().stream()
                                                .filter(which)
                                                .filter(o -> over(o) || o.state() == state)
                                                .findFirst());
        if (ended.state() != state) {
            throw new TourException(what + ": " + SecondAct.why(stage, ended));
        }
        return ended;
    }

    private static boolean over(OperationView operation) {
        return operation.state() == OperationView.State.DONE
                || operation.state() == OperationView.State.STOPPED;
    }
}
