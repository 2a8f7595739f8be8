package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;
import org.ronron.layout.buckets.BucketWish;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.RoleWish;

/**
 * The verbs of this connector.
 *
 * <p>Marks: Garage's staging and layouts carry no author and no id of a request. A tag could, but
 * an applied tag stays in the cluster until a further layout takes it out, so none is sent. What
 * stands in for a mark is the whole content: a probe says done only of exactly the roles of the
 * plan, and of exactly the layout that follows from them. Somebody who staged the very same has
 * done our step, and doing it twice changes nothing.
 */
record GarageActions(JsonCalls admin, Host host, LayoutCalls calls, Buckets buckets)
        implements Actions {
    static final String STAGE = "layout.stage";
    static final String APPLY = "layout.apply";
    static final String SETTLE = "layout.settle";
    private static final String SEEN = "node.seen";
    private static final Duration LOOK = Duration.ofSeconds(60);

    @Override
    public ActionSpec describe(Action action) {
        Optional<BucketWish> store = BucketWish.of(action);
        if (store.isPresent()) {
            return buckets.describe(store.get());
        }
        RoleWish wish = RoleWish.of(action.arguments());
        return switch (action.verb()) {
            case STAGE ->
                    admin.describe(
                            StepClass.IDEMPOTENT,
                            LayoutChange.stageCall(wish),
                            "staged: " + wish.words());
            case APPLY ->
                    admin.describe(
                            StepClass.PROBEABLE,
                            LayoutChange.applyCall(wish),
                            "layout = " + wish.change().after());
            case SETTLE -> look("/v2/GetClusterLayoutHistory");
            case SEEN -> look("/v2/GetClusterStatus");
            default -> throw new IllegalArgumentException(action.verb());
        };
    }

    private ActionSpec look(String path) {
        return admin.describe(StepClass.READ, Http.Call.get(path, LOOK), "");
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        Optional<BucketWish> store = BucketWish.of(action);
        if (store.isPresent()) {
            buckets.perform(store.get());
            return Json.obj();
        }
        RoleWish wish = RoleWish.of(action.arguments());
        LayoutChange change = new LayoutChange(admin, calls);
        return switch (action.verb()) {
            case STAGE -> change.stage(wish);
            case APPLY -> change.apply(wish, progress);
            default -> Json.obj().with("found", probe(action).found());
        };
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        return probe(action, Optional.empty());
    }

    @Override
    public Evidence probe(Action action, Optional<Evidence> before) throws ConnectorException {
        Optional<BucketWish> store = BucketWish.of(action);
        if (store.isPresent()) {
            return buckets.probe(store.get());
        }
        RoleWish wish = RoleWish.of(action.arguments());
        if (action.verb().equals(SETTLE)) {
            return new Settling(calls, host).look(wish.version(), before);
        }
        if (action.verb().equals(SEEN)) {
            return seen(action.arguments().text("node").orElse(""));
        }
        RoleLayout now = calls.layout();
        boolean stage = action.verb().equals(STAGE);
        return host.evidence(
                stage ? wish.change().staged(now.roles()) : wish.applied(now),
                "layout " + now.version() + ", staged: " + now.roles().words());
    }

    /**
     * A staging is taken back by staging what was; a layout only by another move, in a new plan.
     */
    @Override
    public Optional<Action> inverse(Action action) {
        Optional<BucketWish> store = BucketWish.of(action);
        if (store.isPresent()) {
            return store.get().inverse(action);
        }
        Json.Obj back = RoleWish.of(action.arguments()).back();
        return Optional.of(new Action(action.endpointId(), STAGE, back))
                .filter(inverse -> action.verb().equals(STAGE));
    }

    private Evidence seen(String id) throws ConnectorException {
        for (Json.Obj node : admin.get("/v2/GetClusterStatus").objects("nodes")) {
            if (node.text("id").orElse("").equals(id) && node.bool("isUp").orElse(false)) {
                return host.evidence(Verdict.DONE, "up " + node.text("addr").orElse(""));
            }
        }
        return host.evidence(Verdict.PENDING, "down");
    }
}
