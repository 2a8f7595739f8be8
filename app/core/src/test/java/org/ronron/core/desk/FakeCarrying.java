package org.ronron.core.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.BackupChange;
import org.ronron.core.plan.Change;
import org.ronron.core.plan.NodeChange;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;
import org.ronron.core.port.RefusedException;

/** A planner and an engine that only keep what they were given. */
final class FakeCarrying implements Carrying {
    final List<String> calls = new ArrayList<>();
    final List<OperationView> operations = new ArrayList<>();
    final List<Collective> pictures = new ArrayList<>();
    Runnable moved = () -> {};

    /** How a space is planned. */
    interface Spaces {
        Plan plan(Collective collective, SpaceChange change) throws RefusedException;
    }

    Spaces spaces =
            (collective, change) -> {
                throw Refuse.internal("no spaces here");
            };
    private int plans;

    @Override
    public Plan plan(Collective collective, List<NodeChange> moves) {
        calls.add("plan " + moves.size());
        plans++;
        return new Plan(
                "~plan" + plans,
                collective.id(),
                List.<Change>copyOf(moves),
                Map.of(),
                Instant.EPOCH.plus(Duration.ofDays(1)),
                List.of(),
                List.of(),
                Plan.CutOff.NOBODY,
                Optional.empty());
    }

    @Override
    public Plan plan(Collective collective, SpaceChange change) throws RefusedException {
        calls.add("plan space");
        pictures.add(collective);
        return spaces.plan(collective, change);
    }

    @Override
    public Plan plan(Collective collective, BackupChange change) throws RefusedException {
        throw Refuse.internal("no backups here");
    }

    @Override
    public Plan remedy(String operationId) throws RefusedException {
        throw Refuse.internal("no remedy here");
    }

    @Override
    public void recover(String collectiveId) {
        calls.add("recover " + collectiveId);
    }

    @Override
    public List<OperationView> operations(String collectiveId) {
        return List.copyOf(operations);
    }

    @Override
    public void poll() {
        calls.add("poll");
    }

    @Override
    public String apply(Plan plan) {
        calls.add("apply " + plan.id());
        operations.add(view(plan, OperationView.State.WAITING));
        return plan.id();
    }

    OperationView view(Plan plan, OperationView.State state) {
        return new OperationView(
                plan.id(),
                plan,
                "",
                "Ada",
                Instant.EPOCH,
                state,
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Override
    public void tryAgain(String operationId) {
        calls.add("again " + operationId);
    }

    @Override
    public Plan undo(String operationId) {
        throw new IllegalStateException("nothing to undo");
    }

    @Override
    public void cancel(String operationId) {
        calls.add("cancel " + operationId);
    }

    @Override
    public void handOver(String operationId, String word) {
        calls.add("hand over " + operationId + " " + word);
    }

    @Override
    public void confirm(String operationId, int step) {
        calls.add("confirm " + operationId + " " + step);
    }

    @Override
    public void stop() {
        calls.add("stop");
    }
}
