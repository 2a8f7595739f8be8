package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;

/**
 * The verbs of this connector.
 *
 * <p>Marks: Garage's staging and layouts carry no author and no id of a request. A tag could, but
 * an applied tag stays in the cluster until a further layout takes it out, so none is sent. What
 * stands in for a mark is the whole content: a probe says done only of exactly the roles of the
 * plan, and of exactly the layout that follows from them. Somebody who staged the very same has
 * done our step, and doing it twice changes nothing.
 */
final class GarageActions implements Actions {
    static final String STAGE = "layout.stage";
    static final String APPLY = "layout.apply";
    static final String SETTLE = "layout.settle";
    static final String SEEN = "node.seen";
    private static final Duration LOOK = Duration.ofSeconds(60);
    private final Admin admin;
    private final LayoutChange change;
    private final Settling settling;
    private final Host host;

    GarageActions(Admin admin, Host host, List<Admin> peers) {
        this.admin = admin;
        this.host = host;
        this.change = new LayoutChange(admin, peers);
        this.settling = new Settling(admin, host, peers);
    }

    @Override
    public ActionSpec describe(Action action) {
        Json.Obj arguments = action.arguments();
        return switch (action.verb()) {
            case STAGE ->
                    new ActionSpec(
                            StepClass.IDEMPOTENT,
                            admin.curl(LayoutChange.stageCall(arguments)),
                            "role = " + LayoutChange.words(arguments),
                            Admin.CHANGE);
            case APPLY ->
                    new ActionSpec(
                            StepClass.PROBEABLE,
                            admin.curl(LayoutChange.applyCall(arguments)),
                            "layout "
                                    + arguments.number("version").orElse(0L)
                                    + " = "
                                    + arguments.text("after").orElse(""),
                            Admin.CHANGE);
            case SETTLE -> look("/v2/GetClusterLayoutHistory");
            case SEEN -> look("/v2/GetClusterStatus");
            default -> throw new IllegalArgumentException(action.verb());
        };
    }

    private ActionSpec look(String path) {
        return new ActionSpec(StepClass.READ, admin.curl(Http.Call.get(path, LOOK)), "", LOOK);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        return switch (action.verb()) {
            case STAGE -> change.stage(action.arguments());
            case APPLY -> change.apply(action.arguments(), progress);
            default -> Json.obj().with("found", probe(action).found());
        };
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        return probe(action, Optional.empty());
    }

    @Override
    public Evidence probe(Action action, Optional<Evidence> before) throws ConnectorException {
        return switch (action.verb()) {
            case STAGE -> evidence(change.staged(action.arguments()));
            case APPLY -> evidence(change.applied(action.arguments()));
            case SETTLE -> settling.look(action.arguments(), before);
            case SEEN -> evidence(seen(action.arguments().text("node").orElse("")));
            default -> throw new IllegalArgumentException(action.verb());
        };
    }

    @Override
    public Optional<Action> inverse(Action action) {
        if (!action.verb().equals(STAGE)) {
            return Optional.empty();
        }
        Json.Obj arguments = action.arguments();
        Json.Obj back =
                arguments.with("roles", arguments.at("was")).with("was", arguments.at("roles"));
        return Optional.of(new Action(action.endpointId(), STAGE, back));
    }

    private Finding seen(String id) throws ConnectorException {
        for (Json.Obj node : admin.get("/v2/GetClusterStatus").objects("nodes")) {
            if (node.text("id").orElse("").equals(id) && node.bool("isUp").orElse(false)) {
                String name = node.text("hostname").orElse(id);
                String address = node.text("addr").orElse("");
                return new Finding(Evidence.Verdict.DONE, name + " up " + address);
            }
        }
        return new Finding(Evidence.Verdict.PENDING, "down");
    }

    /** What a probe found, before it is dated. */
    record Finding(Evidence.Verdict verdict, String found) {}

    private Evidence evidence(Finding finding) {
        return new Evidence(finding.verdict(), finding.found(), host.clock().instant());
    }
}
