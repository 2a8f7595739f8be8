package org.ronron.core.desk;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.engine.OperationView;
import org.ronron.core.plan.Plan;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** Hands plans to the engine, away from the state thread, and shows what came of it. */
final class OperationsDesk implements Operations {
    private final DeskLoop loop;
    private final StagingDesk staging;
    private final Chronicle chronicle;
    private final Carrying carrying;

    OperationsDesk(DeskLoop loop, StagingDesk staging, Chronicle chronicle, Carrying carrying) {
        this.loop = loop;
        this.staging = staging;
        this.chronicle = chronicle;
        this.carrying = carrying;
    }

    @Override
    public CompletableFuture<String> apply(Plan plan) {
        CompletableFuture<String> begun = loop.away(() -> carrying.apply(plan));
        CompletableFuture<String> answer = new CompletableFuture<>();
        begun.whenComplete(
                (id, why) -> {
                    if (why != null) {
                        answer.completeExceptionally(why);
                        return;
                    }
                    loop.write(
                                    () -> {
                                        staging.taken(id, plan.changes());
                                        chronicle.reload();
                                    })
                            .whenComplete((done, ignored) -> answer.complete(id));
                });
        return answer;
    }

    @Override
    public CompletableFuture<Void> tryAgain(String operationId) {
        return shown(() -> carrying.tryAgain(operationId));
    }

    @Override
    public CompletableFuture<Plan> undo(String operationId) {
        return loop.away(() -> carrying.undo(operationId));
    }

    @Override
    public CompletableFuture<Plan> remedy(String operationId) {
        return loop.away(() -> carrying.remedy(operationId));
    }

    @Override
    public CompletableFuture<Void> cancel(String operationId) {
        return shown(() -> carrying.cancel(operationId));
    }

    @Override
    public CompletableFuture<Void> handOver(String operationId, String word) {
        return shown(() -> carrying.handOver(operationId, word));
    }

    @Override
    public CompletableFuture<Void> confirm(String operationId, int step) {
        return shown(() -> carrying.confirm(operationId, step));
    }

    /** A connection on which an operation is at work, in one of these states, stays as it is. */
    void refuseIfBusy(String collectiveId, String endpointId, OperationView.State... atWork)
            throws RefusedException {
        for (OperationView operation : carrying.operations(collectiveId)) {
            if (Set.of(atWork).contains(operation.state())
                    && touches(operation.plan(), endpointId)) {
                throw Refuse.of(OwnError.BUSY, "", "operation", operation.plan().shortId());
            }
        }
    }

    private static boolean touches(Plan plan, String endpointId) {
        return plan.steps().stream()
                .flatMap(step -> step.action().stream())
                .anyMatch(action -> action.endpointId().equals(endpointId));
    }

    private CompletableFuture<Void> shown(DeskLoop.Deed deed) {
        CompletableFuture<Boolean> done =
                loop.away(
                        () -> {
                            deed.run();
                            return true;
                        });
        done.whenComplete((ok, why) -> loop.look(chronicle::reload));
        return DeskLoop.voided(done);
    }
}
