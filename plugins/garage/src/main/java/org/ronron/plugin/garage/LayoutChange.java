package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Progress;
import org.ronron.layout.RoleChange;
import org.ronron.layout.StagedLayout;

/**
 * Stages and applies through one node. Garage's staging is one map for everybody, without an author
 * or a lock, and an apply takes all that is in it: so it is read again right before. What somebody
 * stages through another node between that reading and our apply cannot be kept out; Garage either
 * takes it along or loses it, and the comparison after the apply shows the first.
 */
record LayoutChange(JsonCalls admin, List<JsonCalls> peers) {
    /** Staging checks all layouts on all nodes; applying computes: long on a loaded machine. */
    private static final Duration LONG = Duration.ofSeconds(120);

    private static final Http.Call PREVIEW =
            Http.Call.post("/v2/PreviewClusterLayoutChanges", LONG);

    /**
     * What an action asks for.
     *
     * @param version to stage on, or to be applied
     * @param source the action's arguments
     */
    record Wish(long version, RoleChange change, Json.Obj source) {
        static Wish of(Json.Obj arguments) {
            return new Wish(
                    arguments.number("version").orElse(0L),
                    new RoleChange(
                            Layout.nodes(arguments, "roles"),
                            Layout.nodes(arguments, "was"),
                            arguments.text("after").orElse("")),
                    arguments);
        }

        Http.Call stage() {
            Json body = Json.obj().with("roles", source.at("roles"));
            return Http.Call.post("/v2/UpdateClusterLayout", body, LONG);
        }

        Http.Call apply() {
            Json body = Json.obj().with("version", version);
            return Http.Call.post("/v2/ApplyClusterLayout", body, LONG);
        }

        Verdict applied(Layout layout) {
            return change.applied(layout.now(), layout.version() >= version);
        }

        String words() {
            return StagedLayout.words(change.nodes());
        }
    }

    Json.Obj stage(Wish wish) throws ConnectorException {
        check(wish, wish.version(), wish.change()::mayStage);
        Http.Answer answer = admin.change(wish.stage());
        if (answer.status() >= 500) {
            throw admin.unknown(GarageError.APPLY_REFUSED, "message", JsonCalls.message(answer));
        }
        return Json.obj().with("staged", Layout.of(admin.body(answer)).roles().words());
    }

    Json.Obj apply(Wish wish, Progress progress) throws ConnectorException {
        progress.report("phase.check", 0, 2);
        check(wish, wish.version() - 1, wish.change()::exactly);
        Traffic traffic = Traffic.read(admin);
        if (traffic.draining()) {
            throw admin.fault(GarageError.CHANGE_UNDER_WAY, "found", traffic.words());
        }
        Json.Obj preview = admin.as("writeToken").look(PREVIEW);
        if (preview.text("error").isPresent()) {
            String said = preview.text("error").orElse("");
            throw admin.fault(GarageError.APPLY_REFUSED, "message", said);
        }
        check(wish, wish.version() - 1, wish.change()::exactly);
        progress.report("phase.apply", 1, 2);
        Http.Answer answer = admin.change(wish.apply());
        if (answer.status() != 200) {
            throw refused(answer, wish);
        }
        Layout applied = Layout.of(admin.body(answer).object("layout"));
        List<String> others = applied.unlike(peers);
        if (!others.isEmpty() || !applied.now().digest().equals(wish.change().after())) {
            String nodes = others.isEmpty() ? admin.address() : String.join(", ", others);
            throw admin.unknown(GarageError.LAYOUTS_DIFFER, "nodes", nodes);
        }
        Json.Obj figures = preview.object("statistics");
        return Json.obj()
                .with("layout", applied.version())
                .with("copies", figures.at("totalMovedPartitions"))
                .with("copiesForecast", wish.source().at("copies"))
                .with("usable", figures.at("effectiveCapacity"))
                .with("usableForecast", wish.source().at("usable"));
    }

    /** A 500 is how Garage refuses: of that we make sure, by looking whether the layout moved. */
    private ConnectorException refused(Http.Answer answer, Wish wish) throws ConnectorException {
        String said = JsonCalls.message(answer);
        Verdict seen;
        try {
            seen = wish.applied(Layout.read(admin));
        } catch (ConnectorException cannotTell) {
            seen = Verdict.UNKNOWN;
        }
        return seen == Verdict.NOT_DONE
                ? admin.fault(GarageError.APPLY_REFUSED, "message", said)
                : admin.unknown(GarageError.APPLY_REFUSED, "message", said);
    }

    /** Reads the layout again: it is still the plan's, and its staging is as the plan needs it. */
    private void check(Wish wish, long version, Predicate<StagedLayout> asPlanned)
            throws ConnectorException {
        Layout now = Layout.read(admin);
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
