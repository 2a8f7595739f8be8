package org.ronron.plugin.garage;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Progress;

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
     * @param after digest of the layout that follows
     * @param source the action's arguments
     */
    record Wish(
            long version,
            List<Layout.Role> roles,
            List<Layout.Role> was,
            String after,
            Json.Obj source) {
        static Wish of(Json.Obj arguments) {
            return new Wish(
                    arguments.number("version").orElse(0L),
                    Layout.roles(arguments, "roles"),
                    Layout.roles(arguments, "was"),
                    arguments.text("after").orElse(""),
                    arguments);
        }

        Http.Call stage() {
            Json body = Json.obj().with("roles", source.at("roles"));
            return Http.Call.post("/v2/UpdateClusterLayout", body, LONG);
        }

        Http.Call apply() {
            return Http.Call.post(
                    "/v2/ApplyClusterLayout", Json.obj().with("version", version), LONG);
        }

        String words() {
            return roles.stream().map(Layout.Role::words).collect(Collectors.joining(", "));
        }

        Verdict staged(Layout now) {
            return now.leadsTo(roles)
                    ? Verdict.DONE
                    : now.leadsTo(was) ? Verdict.NOT_DONE : Verdict.NOT_OURS;
        }

        Verdict applied(Layout now) {
            boolean exactly = now.digest().equals(after);
            boolean among = now.with(List.of()).leadsTo(roles);
            return now.version() < version
                    ? Verdict.NOT_DONE
                    : exactly ? Verdict.DONE : among ? Verdict.APPEARED : Verdict.NOT_OURS;
        }

        /** Neither more nor less than ours is staged, and it leads to the layout of the plan. */
        boolean exactly(Layout now) {
            return !now.parametersStaged()
                    && now.staged().size() == roles.size()
                    && now.with(now.staged()).digest().equals(after);
        }

        /** Of this node's layout, all that is staged is ours, and the roles are as they were. */
        boolean mayStage(Layout now) {
            List<Layout.Role> ours = Stream.concat(roles.stream(), was.stream()).toList();
            return !now.parametersStaged()
                    && now.staged().stream().allMatch(s -> ours.stream().anyMatch(s::says))
                    && ours.stream().anyMatch(r -> now.role(r.id()).filter(r::says).isPresent());
        }
    }

    Json.Obj stage(Wish wish) throws ConnectorException {
        Layout now = Layout.read(admin);
        same(now, wish.version());
        refuseUnless(wish.mayStage(now), now, wish);
        Http.Answer answer = admin.change(wish.stage());
        if (answer.status() >= 500) {
            throw admin.unknown(GarageError.APPLY_REFUSED, "message", JsonCalls.message(answer));
        }
        return Json.obj().with("staged", Layout.of(admin.body(answer)).stagedWords());
    }

    Json.Obj apply(Wish wish, Progress progress) throws ConnectorException {
        progress.report("phase.check", 0, 2);
        Layout now = Layout.read(admin);
        same(now, wish.version() - 1);
        refuseUnless(wish.exactly(now), now, wish);
        Traffic traffic = Traffic.read(admin);
        if (traffic.draining()) {
            throw admin.fault(GarageError.CHANGE_UNDER_WAY, "found", traffic.words());
        }
        Json.Obj preview = admin.look(PREVIEW);
        if (preview.text("error").isPresent()) {
            String said = preview.text("error").orElse("");
            throw admin.fault(GarageError.APPLY_REFUSED, "message", said);
        }
        now = Layout.read(admin);
        refuseUnless(wish.exactly(now), now, wish);
        progress.report("phase.apply", 1, 2);
        Http.Answer answer = admin.change(wish.apply());
        if (answer.status() != 200) {
            throw refused(answer, wish);
        }
        Layout applied = Layout.of(admin.body(answer).object("layout"));
        List<String> others = applied.unlike(peers);
        if (!others.isEmpty() || !applied.digest().equals(wish.after())) {
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
        if (answer.status() == 403) {
            admin.body(answer);
        }
        boolean unmoved;
        try {
            unmoved = Layout.read(admin).version() < wish.version();
        } catch (ConnectorException cannotTell) {
            unmoved = false;
        }
        return unmoved
                ? admin.fault(GarageError.APPLY_REFUSED, "message", said)
                : admin.unknown(GarageError.APPLY_REFUSED, "message", said);
    }

    private void same(Layout now, long planned) throws ConnectorException {
        if (now.version() != planned) {
            String found = "" + now.version();
            throw admin.fault(GarageError.LAYOUT_MOVED_ON, "planned", "" + planned, "found", found);
        }
    }

    private void refuseUnless(boolean ours, Layout now, Wish wish) throws ConnectorException {
        if (!ours) {
            String staged = now.stagedWords();
            throw admin.fault(GarageError.STAGED_BY_OTHERS, "staged", staged, "plan", wish.words());
        }
    }
}
