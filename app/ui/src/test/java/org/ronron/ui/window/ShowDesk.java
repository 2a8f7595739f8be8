package org.ronron.ui.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ronron.api.Connector;
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
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.Secrets;

/** A desk that shows states and stages moves in memory; it writes down what it is asked. */
public final class ShowDesk extends SafeDesk implements Staging, Configuring {
    public volatile Secrets.Keyring keyring = Secrets.Keyring.NONE;
    public final AtomicInteger touches = new AtomicInteger();
    public final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Consumer<DeskState>> observers = new CopyOnWriteArrayList<>();
    private final Function<List<MoveNode>, MoveForecast> forecasts;
    public volatile List<Plan.ClusterForecast> standing = List.of();
    public final FakeSpaces spaces = new FakeSpaces();
    private volatile DeskState state;
    private final List<Connector> connectors;

    public ShowDesk(DeskState state, Function<List<MoveNode>, MoveForecast> forecasts) {
        this(state, forecasts, List.of());
    }

    public ShowDesk(
            DeskState state,
            Function<List<MoveNode>, MoveForecast> forecasts,
            List<Connector> connectors) {
        this.state = state;
        this.forecasts = forecasts;
        this.connectors = List.copyOf(connectors);
    }

    /** The next state, as a thread of the desk would bring it. */
    public void show(DeskState next) {
        state = next;
        observers.forEach(o -> o.accept(next));
    }

    @SuppressWarnings("NullAway") // a future of Void ends with null
    private CompletableFuture<Void> act(String call) {
        calls.add(call);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Subscription observe(Consumer<DeskState> observer) {
        observers.add(observer);
        observer.accept(state);
        return () -> observers.remove(observer);
    }

    @Override
    public DeskState state() {
        return state;
    }

    @Override
    public List<Connector> connectors() {
        return connectors;
    }

    @Override
    public Staging staging() {
        return this;
    }

    @Override
    public Operations operations() {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public CompletableFuture<List<Plan.ClusterForecast>> standing() {
        return CompletableFuture.completedFuture(standing);
    }

    @Override
    public CompletableFuture<MoveForecast> forecast(List<MoveNode> moves) {
        calls.add("forecast " + moves.size());
        return CompletableFuture.completedFuture(forecasts.apply(moves));
    }

    @Override
    public CompletableFuture<Void> stage(List<? extends NodeChange> moves) {
        List<NodeChange> all = new ArrayList<>(state.staged());
        all.removeIf(s -> moves.stream().anyMatch(m -> m.nodeId().equals(s.nodeId())));
        all.addAll(moves);
        show(States.staged(state, all));
        return act("stage " + moves);
    }

    @Override
    public void unstageLast() {
        calls.add("unstageLast");
        List<NodeChange> all = state.staged();
        show(States.staged(state, all.subList(0, Math.max(0, all.size() - 1))));
    }

    @Override
    public void discardStaged() {
        calls.add("discardStaged");
        show(States.staged(state, List.of()));
    }

    @Override
    public CompletableFuture<Plan> review() {
        calls.add("review");
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> open(String collectiveId) {
        return act("open " + collectiveId);
    }

    @Override
    public CompletableFuture<Void> openSample(String name) {
        return act("openSample " + name);
    }

    @Override
    public CompletableFuture<Void> create(String name, String kind) {
        return act("create " + name);
    }

    @Override
    public void closeCollective() {
        calls.add("closeCollective");
    }

    @Override
    public CompletableFuture<Void> refresh() {
        return act("refresh");
    }

    @Override
    public CompletableFuture<Observation> test(EndpointDraft draft) {
        return new CompletableFuture<>();
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
    public CompletableFuture<Observation> test(String endpointId, EndpointDraft draft) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<HostList> sshHosts() {
        return CompletableFuture.completedFuture(new HostList(List.of(), List.of()));
    }

    @Override
    public CompletableFuture<Trial> tryOut(EndpointDraft draft) {
        return new CompletableFuture<>();
    }

    @Override
    public void trialsOver() {
        calls.add("trialsOver");
    }

    @Override
    public CompletableFuture<Void> add(
            EndpointDraft draft, Observation seen, String zone, String role) {
        return act("add");
    }

    @Override
    public CompletableFuture<Void> edit(String endpointId, EndpointDraft draft) {
        return act("edit " + endpointId);
    }

    @Override
    public CompletableFuture<OwnFiles.Look> lookAt(String path) {
        return CompletableFuture.completedFuture(
                new OwnFiles.Look(OwnFiles.Kind.PRIVATE_KEY, false));
    }

    @Override
    public CompletableFuture<Void> add(EndpointDraft draft) {
        return act("add");
    }

    @Override
    public CompletableFuture<Void> remove(String endpointId) {
        return act("remove");
    }

    @Override
    public CompletableFuture<Void> accept(DeskState.TrustQuestion question) {
        return act("accept " + question.address());
    }

    @Override
    public void dismiss(DeskState.TrustQuestion question) {
        calls.add("dismiss " + question.address());
    }

    @Override
    public CompletableFuture<Void> forget(DeskState.TrustQuestion question) {
        return act("forget " + question.address());
    }

    @Override
    public CompletableFuture<Void> allowWriting(String endpointId, Duration time) {
        return act("allowWriting");
    }

    @Override
    public CompletableFuture<Void> readOnlyAll() {
        return act("readOnlyAll");
    }

    @Override
    public CompletableFuture<Void> setNotes(String subject, Notes notes) {
        return act("setNotes " + subject + " " + notes.phone());
    }

    @Override
    public CompletableFuture<Void> setZoneByHand(String nodeId, String zone) {
        return act("setZoneByHand " + nodeId + " " + zone);
    }

    @Override
    public CompletableFuture<Void> setMachineKind(String nodeId, String kind) {
        return act("setMachineKind " + nodeId + " " + kind);
    }

    @Override
    public CompletableFuture<Void> setOwner(String nodeId, String owner) {
        return act("setOwner " + nodeId + " " + owner);
    }

    @Override
    public Vault vault() {
        return new Vault() {
            @Override
            public CompletableFuture<Void> create(char[] passphrase) {
                return act("createVault");
            }

            @Override
            public CompletableFuture<Void> unlock(char[] passphrase) {
                return act("unlockVault " + passphrase.length);
            }

            @Override
            public CompletableFuture<Void> lock() {
                return act("lockVault");
            }

            @Override
            public CompletableFuture<String> renew(char[] passphrase) {
                calls.add("renewVault");
                return CompletableFuture.completedFuture("vault.aside-1");
            }

            @Override
            public CompletableFuture<List<Unused>> unused() {
                boolean gone = calls.stream().anyMatch(c -> c.startsWith("discard "));
                Unused one =
                        new Unused(
                                "made/7K2F/s3-key",
                                "s3-key",
                                Optional.of("Créer le bucket de chats.example"));
                return CompletableFuture.completedFuture(gone ? List.of() : List.of(one));
            }

            @Override
            public CompletableFuture<Void> discard(String name) {
                return act("discard " + name);
            }

            @Override
            public Secrets.Keyring keyring() {
                return keyring;
            }

            @Override
            public CompletableFuture<Void> unlockByKeyring() {
                return act("unlockByKeyring");
            }

            @Override
            public CompletableFuture<Void> useKeyring(boolean use) {
                return act("useKeyring " + use);
            }

            @Override
            public void touched() {
                touches.incrementAndGet();
            }
        };
    }

    @Override
    public CompletableFuture<Void> dismissGone(String nodeId) {
        return act("dismissGone " + nodeId);
    }

    @Override
    public CompletableFuture<Void> setPreference(String key, String value) {
        Map<String, String> preferences = new HashMap<>(state.preferences());
        preferences.put(key, value);
        show(States.preferring(state, preferences));
        return act("setPreference " + key + " " + value);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
