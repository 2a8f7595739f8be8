package org.ronron.ui.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.ronron.api.Connector;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.core.desk.Configuring;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.desk.Operations;
import org.ronron.core.desk.SpaceDesk;
import org.ronron.core.desk.Staging;
import org.ronron.core.desk.Subscription;
import org.ronron.core.desk.Trial;
import org.ronron.core.desk.Vault;
import org.ronron.core.hosts.HostList;
import org.ronron.core.model.Notes;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.RefusedException;
import org.ronron.ui.window.FakeSpaces;
import org.ronron.ui.window.SafeDesk;

/** A desk that writes down what it is asked, and refuses what a test tells it to refuse. */
final class FakeDesk extends SafeDesk implements Operations, Staging, Configuring {
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<EndpointDraft> drafts = new CopyOnWriteArrayList<>();

    /** Secrets as they were when the call came, before anybody wiped them. */
    final List<String> secretsSeen = new CopyOnWriteArrayList<>();

    private final List<Consumer<DeskState>> observers = new CopyOnWriteArrayList<>();
    final Map<String, List<Fault>> refusals = new HashMap<>();
    volatile DeskState state;
    volatile Observation answer = Examples.observation();
    volatile Plan plan = Examples.plan();
    volatile OwnFiles.Look look = new OwnFiles.Look(OwnFiles.Kind.PRIVATE_KEY, false);

    final FakeSpaces spaces = new FakeSpaces();
    volatile Optional<Plan> remedy = Optional.empty();

    FakeDesk(DeskState state) {
        this.state = state;
    }

    /** The next call of this name fails. */
    FakeDesk refuse(String call, Fault fault) {
        refusals.computeIfAbsent(call, c -> new ArrayList<>()).add(fault);
        return this;
    }

    volatile HostList hosts = new HostList(List.of(), List.of());
    final Map<String, Trial> trials = new ConcurrentHashMap<>();

    private <T> CompletableFuture<T> call(String name, String with, T value) {
        calls.add(with.isEmpty() ? name : name + " " + with);
        List<Fault> faults = refusals.getOrDefault(name, List.of());
        return faults.isEmpty()
                ? CompletableFuture.completedFuture(value)
                : CompletableFuture.failedFuture(new RefusedException(faults.removeFirst()));
    }

    @SuppressWarnings("NullAway") // a future of Void ends with null
    CompletableFuture<Void> act(String name, String with) {
        return call(name, with, null);
    }

    private void seen(EndpointDraft draft) {
        drafts.add(draft);
        draft.secrets().forEach((key, value) -> secretsSeen.add(key + "=" + new String(value)));
    }

    @Override
    public Subscription observe(Consumer<DeskState> observer) {
        observers.add(observer);
        observer.accept(state);
        return () -> observers.remove(observer);
    }

    /** What the desk says from now on. */
    void become(DeskState next) {
        state = next;
        observers.forEach(observer -> observer.accept(next));
    }

    @Override
    public DeskState state() {
        return state;
    }

    @Override
    public List<Connector> connectors() {
        return List.of(new ExampleConnector(), new ExampleHost());
    }

    @Override
    public Staging staging() {
        return this;
    }

    @Override
    public Operations operations() {
        return this;
    }

    @Override
    public CompletableFuture<Void> open(String id) {
        return act("open", id);
    }

    @Override
    public CompletableFuture<Void> openSample(String name) {
        return act("openSample", name);
    }

    @Override
    public CompletableFuture<Void> create(String name, String kind) {
        return act("create", name + " " + kind);
    }

    @Override
    public void closeCollective() {
        calls.add("closeCollective");
    }

    @Override
    public CompletableFuture<Void> refresh() {
        return act("refresh", "");
    }

    @Override
    public CompletableFuture<Void> refresh(String id) {
        return act("refresh", id);
    }

    @Override
    public CompletableFuture<Void> readOnly(String id) {
        return act("readOnly", id);
    }

    @Override
    public CompletableFuture<Observation> test(EndpointDraft draft) {
        seen(draft);
        return call("test", draft.name(), answer);
    }

    @Override
    public SpaceDesk spaces() {
        return spaces;
    }

    @Override
    public Configuring configuring() {
        return this;
    }

    @Override
    public CompletableFuture<Observation> test(String id, EndpointDraft draft) {
        seen(draft);
        return call("test", id + " " + draft.name(), answer);
    }

    @Override
    public CompletableFuture<HostList> sshHosts() {
        return call("sshHosts", "", hosts);
    }

    @Override
    public CompletableFuture<Trial> tryOut(EndpointDraft draft) {
        seen(draft);
        calls.add("tryOut " + draft.name());
        return CompletableFuture.completedFuture(
                trials.getOrDefault(
                        draft.name(),
                        new Trial(Optional.of(answer), Optional.empty(), Optional.empty())));
    }

    @Override
    public void trialsOver() {
        // nothing is kept of a trial here
    }

    @Override
    public CompletableFuture<Void> add(
            EndpointDraft draft, Observation seen, String zone, String role) {
        seen(draft);
        return act("add", draft.name() + " " + zone + " " + role);
    }

    @Override
    public CompletableFuture<Void> edit(String id, EndpointDraft draft) {
        seen(draft);
        return act("edit", id + " " + draft.name());
    }

    @Override
    public CompletableFuture<OwnFiles.Look> lookAt(String path) {
        return CompletableFuture.completedFuture(look);
    }

    @Override
    public CompletableFuture<Void> add(EndpointDraft draft) {
        seen(draft);
        return act("add", draft.name());
    }

    @Override
    public CompletableFuture<Void> remove(String id) {
        return act("remove", id);
    }

    @Override
    public CompletableFuture<Void> accept(DeskState.TrustQuestion question) {
        return act("accept", question.address());
    }

    @Override
    public void dismiss(DeskState.TrustQuestion question) {
        calls.add("dismiss");
    }

    @Override
    public CompletableFuture<Void> forget(DeskState.TrustQuestion question) {
        return act("forget", question.address());
    }

    @Override
    public CompletableFuture<Void> allowWriting(String id, Duration time) {
        return act("allowWriting", id + " " + time);
    }

    @Override
    public CompletableFuture<Void> readOnlyAll() {
        return act("readOnlyAll", "");
    }

    @Override
    public CompletableFuture<Void> setNotes(String subject, Notes notes) {
        return act("setNotes", subject);
    }

    @Override
    public CompletableFuture<Void> setZoneByHand(String node, String zone) {
        return act("setZoneByHand", node);
    }

    @Override
    public CompletableFuture<Void> setMachineKind(String node, String kind) {
        return act("setMachineKind", node);
    }

    @Override
    public CompletableFuture<Void> setOwner(String node, String owner) {
        return act("setOwner", node);
    }

    @Override
    public Vault vault() {
        return new FakeVault(this);
    }

    @Override
    public CompletableFuture<Void> dismissGone(String nodeId) {
        return act("dismissGone", nodeId);
    }

    @Override
    public CompletableFuture<Void> setPreference(String key, String value) {
        return act("setPreference", key + "=" + value);
    }

    @Override
    public CompletableFuture<String> apply(Plan applied) {
        return call("apply", applied.shortId(), Examples.OPERATION);
    }

    @Override
    public CompletableFuture<Void> tryAgain(String id) {
        return act("tryAgain", id);
    }

    @Override
    public CompletableFuture<Plan> remedy(String id) {
        Fault none = Fault.of(OwnError.NO_REMEDY, "");
        return remedy.map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(new RefusedException(none)));
    }

    @Override
    public CompletableFuture<Plan> undo(String id) {
        return call("undo", id, plan);
    }

    @Override
    public CompletableFuture<Void> cancel(String id) {
        return act("cancel", id);
    }

    @Override
    public CompletableFuture<Void> handOver(String id, String word) {
        return act("handOver", id + " " + word);
    }

    @Override
    public CompletableFuture<Void> confirm(String id, int step) {
        return act("confirm", id + " " + step);
    }

    @Override
    public CompletableFuture<List<Plan.ClusterForecast>> standing() {
        return call("standing", "", List.of());
    }

    @Override
    public CompletableFuture<MoveForecast> forecast(List<MoveNode> moves) {
        return call("forecast", "", new MoveForecast(List.of(), List.of(), Plan.CutOff.NOBODY));
    }

    @Override
    public CompletableFuture<Void> stage(List<? extends NodeChange> moves) {
        return act("stage", "");
    }

    @Override
    public void unstageLast() {
        calls.add("unstageLast");
    }

    @Override
    public void discardStaged() {
        calls.add("discardStaged");
    }

    @Override
    public CompletableFuture<Plan> review() {
        return call("review", "", plan);
    }

    @Override
    public void close() {}
}
