package org.ronron.core.desk;

import java.util.List;
import java.util.function.Supplier;
import org.ronron.core.engine.Engine;
import org.ronron.core.engine.EnginePorts;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.SecretMaker;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.BackupPlanner;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Planner;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.plan.SpacePlanner;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;
import org.ronron.core.port.StorageException;

/** The planner and the engine, in the name of who sits at the keyboard. */
final class EngineCarrying implements Carrying {
    private final Planner planner;
    private final SpacePlanner spaces;
    private final BackupPlanner backups;
    private final List<Blueprint> blueprints;
    private final Engine engine;
    private final Supplier<DeskState> state;

    EngineCarrying(
            DeskPorts ports,
            DeskThreads threads,
            Sessions sessions,
            Freshness freshness,
            Runnable moved,
            Supplier<DeskState> state) {
        this.state = state;
        this.planner = new Planner(sessions, ports.ids(), ports.clock());
        this.spaces = new SpacePlanner(sessions, ports.ids(), ports.clock());
        this.backups = new BackupPlanner(sessions, ports.ids(), ports.clock());
        this.blueprints = ports.blueprints();
        this.engine =
                new Engine(
                        new EnginePorts(
                                ports.journal(),
                                sessions,
                                freshness,
                                ports.rescue(),
                                ports.ids(),
                                new SecretMaker(ports.secrets(), ports.random()),
                                ports.clock(),
                                threads.io(),
                                threads::later,
                                ports.crashPoint(),
                                moved));
    }

    private String who() {
        return state.get().preferences().getOrDefault(Preferences.NAME, "");
    }

    @Override
    public Plan plan(Collective collective, List<NodeChange> changes) throws RefusedException {
        return planner.plan(collective, changes);
    }

    @Override
    public Plan plan(Collective collective, SpaceChange change) throws RefusedException {
        return spaces.plan(collective, change, blueprints, who());
    }

    @Override
    public Plan plan(Collective collective, BackupChange change) throws RefusedException {
        return backups.plan(collective, change);
    }

    @Override
    public Plan remedy(String operationId) throws RefusedException {
        return engine.remedyPlan(operationId, open());
    }

    private Collective open() throws RefusedException {
        return state.get().collective().orElseThrow(() -> Refuse.internal("no collective is open"));
    }

    @Override
    public void recover(String collectiveId) throws StorageException {
        engine.recover(collectiveId);
    }

    @Override
    public List<OperationView> operations(String collectiveId) {
        return engine.operations(collectiveId);
    }

    @Override
    public void poll() {
        engine.poll();
    }

    @Override
    public String apply(Plan plan) throws RefusedException, StorageException {
        return engine.begin(plan, who());
    }

    @Override
    public void tryAgain(String operationId) throws RefusedException, StorageException {
        engine.tryAgain(operationId, who());
    }

    @Override
    public Plan undo(String operationId) throws RefusedException {
        return engine.undoPlan(operationId, open());
    }

    @Override
    public void cancel(String operationId) throws RefusedException, StorageException {
        engine.cancel(operationId, who());
    }

    @Override
    public void handOver(String operationId, String word)
            throws RefusedException, StorageException {
        engine.handOver(operationId, word, who());
    }

    @Override
    public void confirm(String operationId, int step) throws RefusedException, StorageException {
        engine.confirm(operationId, step, who());
    }

    @Override
    public void stop() {
        engine.stop();
    }
}
