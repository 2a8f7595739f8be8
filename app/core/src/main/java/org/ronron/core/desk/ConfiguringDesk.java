package org.ronron.core.desk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.ronron.api.Observation;
import org.ronron.core.engine.OperationView;
import org.ronron.core.hosts.HostList;
import org.ronron.core.hosts.SshConfig;
import org.ronron.core.model.Node;
import org.ronron.core.port.OwnFiles;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** Connections as they are configured. */
final class ConfiguringDesk implements Configuring {
    private final DeskPorts ports;
    private final DeskLoop loop;
    private final Table table;
    private final Connecting connecting;
    private final OperationsDesk operations;
    private final Questions questions;
    private final Words words;
    private final Trials trials;

    ConfiguringDesk(
            DeskPorts ports,
            DeskLoop loop,
            Table table,
            Connecting connecting,
            OperationsDesk operations,
            Questions questions,
            Words words) {
        this.ports = ports;
        this.loop = loop;
        this.table = table;
        this.connecting = connecting;
        this.operations = operations;
        this.questions = questions;
        this.words = words;
        this.trials = new Trials(loop, connecting, questions);
    }

    @Override
    public CompletableFuture<Observation> test(String endpointId, EndpointDraft draft) {
        return connecting.test(Optional.of(endpointId), draft);
    }

    @Override
    public CompletableFuture<Void> edit(String endpointId, EndpointDraft draft) {
        return loop.write(
                () -> {
                    operations.refuseIfBusy(
                            table.row().id(), endpointId, OperationView.State.RUNNING);
                    connecting.edit(endpointId, draft);
                });
    }

    @Override
    public CompletableFuture<OwnFiles.Look> lookAt(String path) {
        return loop.away(() -> ports.files().look(path));
    }

    @Override
    public CompletableFuture<HostList> sshHosts() {
        return loop.away(() -> SshConfig.read(ports.files()));
    }

    @Override
    public CompletableFuture<Trial> tryOut(EndpointDraft draft) {
        return loop.act(() -> trials.begin(draft)).thenCompose(begun -> begun);
    }

    @Override
    public void trialsOver() {
        loop.look(questions::noTrials);
    }

    @Override
    public CompletableFuture<Void> add(
            EndpointDraft draft, Observation seen, String zone, String role) {
        return loop.write(
                () -> {
                    String id = connecting.add(draft, seen);
                    Optional<Node> machine =
                            table.picture(ports.clock().instant()).stream()
                                    .flatMap(c -> c.nodes().stream())
                                    .filter(n -> n.presences().stream().anyMatch(in(id)))
                                    .findFirst();
                    if (machine.isPresent()) {
                        say(machine.get(), zone.strip(), role.strip());
                    }
                });
    }

    private static Predicate<Node.Presence> in(String endpointId) {
        return presence -> presence.endpointId().equals(endpointId);
    }

    private void say(Node machine, String zone, String role)
            throws RefusedException, StorageException {
        if (!zone.isEmpty() && !zone.equals(machine.zone())) {
            words.zoneByHand(machine.id(), zone);
        }
        if (!role.isEmpty()) {
            words.notes("node:" + machine.id(), machine.notes().withRole(role));
        }
    }
}
