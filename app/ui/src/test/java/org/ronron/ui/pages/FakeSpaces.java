package org.ronron.ui.pages;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ronron.api.Requests;
import org.ronron.core.desk.HandRequest;
import org.ronron.core.desk.SpaceDesk;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.AnswerRequest;
import org.ronron.core.plan.Blueprint;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.SpaceChange;

/** Spaces and requests of a fake desk: it answers what a test puts in, and writes down the rest. */
public final class FakeSpaces implements SpaceDesk {
    public final List<String> looks = new CopyOnWriteArrayList<>();
    public final List<SpaceChange> changes = new CopyOnWriteArrayList<>();
    public volatile List<Blueprint> blueprints = List.of();
    public volatile CompletableFuture<Look> look = new CompletableFuture<>();
    public volatile CompletableFuture<Plan> plan = new CompletableFuture<>();

    @Override
    public List<Blueprint> blueprints() {
        return blueprints;
    }

    @Override
    public CompletableFuture<Plan> plan(SpaceChange change) {
        changes.add(change);
        return plan;
    }

    @Override
    public CompletableFuture<Requests.Contact> contact(RequestRef request) {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public CompletableFuture<RequestRef> write(HandRequest request) {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public CompletableFuture<Void> settle(AnswerRequest answer) {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public CompletableFuture<Look> look(String space) {
        looks.add(space);
        return look;
    }
}
