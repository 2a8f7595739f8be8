package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Progress;
import org.ronron.layout.StagedLayout;
import org.ronron.layout.roles.RoleLayout;
import org.ronron.layout.roles.RoleWish;
import org.ronron.layout.roles.Traffic;

/**
 * Stages and applies through one node. Garage's staging is one map for everybody, without an author
 * or a lock, and an apply takes all that is in it: so it is read again right before. What somebody
 * stages through another node between that reading and our apply cannot be kept out; Garage either
 * takes it along or loses it, and the comparison after the apply shows the first.
 */
record LayoutChange(JsonCalls admin, LayoutCalls calls) {
    /** Staging checks all layouts on all nodes; applying computes: long on a loaded machine. */
    private static final Duration LONG = Duration.ofSeconds(120);

    private static final Http.Call PREVIEW =
            Http.Call.post("/v2/PreviewClusterLayoutChanges", LONG);

    static Http.Call stageCall(RoleWish wish) {
        Json body = Json.obj().with("roles", wish.source().at("roles"));
        return Http.Call.post("/v2/UpdateClusterLayout", body, LONG);
    }

    static Http.Call applyCall(RoleWish wish) {
        Json body = Json.obj().with("version", wish.version());
        return Http.Call.post("/v2/ApplyClusterLayout", body, LONG);
    }

    Json.Obj stage(RoleWish wish) throws ConnectorException {
        check(wish, wish.version(), wish.change()::mayStage);
        Http.Answer answer = admin.change(stageCall(wish));
        if (answer.status() >= 500) {
            throw admin.unknown(GarageError.APPLY_REFUSED, "message", JsonCalls.message(answer));
        }
        return Json.obj().with("staged", RoleLayout.of(admin.body(answer)).roles().words());
    }

    Json.Obj apply(RoleWish wish, Progress progress) throws ConnectorException {
        progress.report("phase.check", 0, 2);
        check(wish, wish.version() - 1, wish.change()::exactly);
        Traffic traffic = calls.traffic();
        if (traffic.draining()) {
            throw admin.fault(GarageError.CHANGE_UNDER_WAY, "found", traffic.words());
        }
        Json.Obj preview = admin.as("writeToken").look(PREVIEW);
        if (preview.text("error").isPresent()) {
            String said = preview.text("error").orElse("");
            throw admin.fault(GarageError.APPLY_REFUSED, "message", said);
        }
        Json.Obj figures = preview.object("statistics");
        compare(wish.source().number("usable"), figures.number("effectiveCapacity"));
        check(wish, wish.version() - 1, wish.change()::exactly);
        progress.report("phase.apply", 1, 2);
        Http.Answer answer = admin.change(applyCall(wish));
        if (answer.status() != 200) {
            throw refused(answer, wish);
        }
        RoleLayout applied = RoleLayout.of(admin.body(answer).object("layout"));
        List<String> others = calls.unlike(applied);
        if (!others.isEmpty() || !applied.now().digest().equals(wish.change().after())) {
            String nodes = others.isEmpty() ? admin.address() : String.join(", ", others);
            throw admin.unknown(GarageError.LAYOUTS_DIFFER, "nodes", nodes);
        }
        return wish.outcome(applied.version(), figures);
    }

    /** Capacities are exact on both sides; copies are about right here, so they are only shown. */
    private void compare(Optional<Long> planned, Optional<Long> found) throws ConnectorException {
        if (planned.isPresent() && found.isPresent() && !planned.equals(found)) {
            String[] details = {"planned", "" + planned.get(), "found", "" + found.get()};
            throw admin.fault(GarageError.PREVIEW_DIFFERS, details);
        }
    }

    /** A 500 is how Garage refuses: of that we make sure, by looking whether the layout moved. */
    private ConnectorException refused(Http.Answer answer, RoleWish wish)
            throws ConnectorException {
        String said = JsonCalls.message(answer);
        Verdict seen;
        try {
            seen = wish.applied(calls.layout());
        } catch (ConnectorException cannotTell) {
            seen = Verdict.UNKNOWN;
        }
        return seen == Verdict.NOT_DONE
                ? admin.fault(GarageError.APPLY_REFUSED, "message", said)
                : admin.unknown(GarageError.APPLY_REFUSED, "message", said);
    }

    /** Reads the layout again: it is still the plan's, and its staging is as the plan needs it. */
    private void check(RoleWish wish, long version, Predicate<StagedLayout> asPlanned)
            throws ConnectorException {
        RoleLayout now = calls.layout();
        String planned = "" + version;
        String found = "" + now.version();
        if (!found.equals(planned)) {
            throw admin.fault(GarageError.LAYOUT_MOVED_ON, "planned", planned, "found", found);
        }
        if (!asPlanned.test(now.roles())) {
            String staged = now.roles().words();
            throw admin.fault(GarageError.STAGED_BY_OTHERS, "staged", staged, "plan", wish.words());
        }
    }
}
