package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Progress;

/**
 * Stages and applies through one node. Garage's staging is one map for everybody, without an author
 * or a lock, and an apply takes all that is in it: so it is read again right before. What somebody
 * stages through another node between that reading and our apply cannot be kept out; Garage either
 * takes it along or loses it, and the comparison after the apply shows the first.
 */
final class LayoutChange {
    private final Admin admin;
    private final List<Admin> peers;

    LayoutChange(Admin admin, List<Admin> peers) {
        this.admin = admin;
        this.peers = List.copyOf(peers);
    }

    static Http.Call stageCall(Json.Obj arguments) {
        Json body = Json.obj().with("roles", arguments.at("roles"));
        return Http.Call.post("/v2/UpdateClusterLayout", body, Admin.CHANGE);
    }

    static Http.Call applyCall(Json.Obj arguments) {
        Json body = Json.obj().with("version", arguments.at("version"));
        return Http.Call.post("/v2/ApplyClusterLayout", body, Admin.CHANGE);
    }

    static String words(Json.Obj arguments) {
        return Layout.roles(arguments, "roles").stream()
                .map(Layout.Role::words)
                .collect(Collectors.joining(", "));
    }

    Json.Obj stage(Json.Obj arguments) throws ConnectorException {
        Layout now = admin.layout();
        same(now, version(arguments));
        List<Layout.Role> allowed = new ArrayList<>(Layout.roles(arguments, "roles"));
        allowed.addAll(Layout.roles(arguments, "was"));
        boolean foreign =
                now.parametersStaged()
                        || now.staged().stream().anyMatch(s -> allowed.stream().noneMatch(s::says));
        boolean edited =
                allowed.stream().noneMatch(a -> now.role(a.id()).filter(a::says).isPresent());
        if (foreign || edited) {
            throw foreign(now, arguments);
        }
        Http.Answer answer = admin.change(stageCall(arguments));
        if (answer.status() >= 500) {
            throw admin.unknown(GarageError.APPLY_REFUSED, "message", Admin.message(answer));
        }
        return Json.obj().with("staged", Layout.of(admin.object(answer)).stagedWords());
    }

    GarageActions.Finding staged(Json.Obj arguments) throws ConnectorException {
        Layout now = admin.layout();
        String found = "layout " + now.version() + ", staged: " + now.stagedWords();
        if (next(now, arguments, "roles")) {
            return new GarageActions.Finding(Verdict.DONE, found);
        }
        boolean asBefore = next(now, arguments, "was");
        return new GarageActions.Finding(asBefore ? Verdict.NOT_DONE : Verdict.NOT_OURS, found);
    }

    private static boolean next(Layout now, Json.Obj arguments, String member) {
        return Layout.roles(arguments, member).stream()
                .allMatch(role -> now.next(role.id()).filter(role::says).isPresent());
    }

    Json.Obj apply(Json.Obj arguments, Progress progress) throws ConnectorException {
        progress.report("phase.check", 0, 2);
        Layout now = admin.layout();
        same(now, version(arguments) - 1);
        exact(now, arguments);
        Traffic traffic = Traffic.read(admin);
        if (traffic.draining()) {
            throw admin.fault(GarageError.CHANGE_UNDER_WAY, "found", traffic.words());
        }
        Json.Obj preview = admin.look("/v2/PreviewClusterLayoutChanges", Optional.empty());
        if (preview.text("error").isPresent()) {
            String said = preview.text("error").orElse("");
            throw admin.fault(GarageError.APPLY_REFUSED, "message", said);
        }
        exact(admin.layout(), arguments);
        progress.report("phase.apply", 1, 2);
        Http.Answer answer = admin.change(applyCall(arguments));
        if (answer.status() != 200) {
            throw refused(answer, arguments);
        }
        Layout applied = Layout.of(admin.object(answer).object("layout"));
        List<String> others = Agreement.others(applied, peers);
        if (!others.isEmpty() || !applied.digest().equals(arguments.text("after").orElse(""))) {
            String nodes = others.isEmpty() ? admin.address() : String.join(", ", others);
            throw admin.unknown(GarageError.LAYOUTS_DIFFER, "nodes", nodes);
        }
        progress.report("phase.apply", 2, 2);
        Json.Obj figures = preview.object("statistics");
        return Json.obj()
                .with("layout", applied.version())
                .with("copies", figures.at("totalMovedPartitions"))
                .with("copiesForecast", arguments.at("copies"))
                .with("usable", figures.at("effectiveCapacity"))
                .with("usableForecast", arguments.at("usable"));
    }

    /** A 500 is how Garage refuses: of that we make sure, by looking whether the layout moved. */
    private ConnectorException refused(Http.Answer answer, Json.Obj arguments)
            throws ConnectorException {
        String said = Admin.message(answer);
        if (answer.status() == 403) {
            admin.object(answer);
        }
        boolean unmoved;
        try {
            unmoved = admin.layout().version() < version(arguments);
        } catch (ConnectorException cannotTell) {
            unmoved = false;
        }
        return unmoved
                ? admin.fault(GarageError.APPLY_REFUSED, "message", said)
                : admin.unknown(GarageError.APPLY_REFUSED, "message", said);
    }

    GarageActions.Finding applied(Json.Obj arguments) throws ConnectorException {
        Layout now = admin.layout();
        String found = "layout " + now.version() + ", " + now.digest();
        boolean exactly = now.digest().equals(arguments.text("after").orElse(""));
        boolean ours = next(now.with(List.of()), arguments, "roles");
        Verdict verdict =
                now.version() < version(arguments)
                        ? Verdict.NOT_DONE
                        : exactly ? Verdict.DONE : ours ? Verdict.APPEARED : Verdict.NOT_OURS;
        return new GarageActions.Finding(verdict, found);
    }

    private static long version(Json.Obj arguments) {
        return arguments.number("version").orElse(0L);
    }

    private void same(Layout now, long planned) throws ConnectorException {
        if (now.version() != planned) {
            throw admin.fault(
                    GarageError.LAYOUT_MOVED_ON,
                    "planned",
                    "" + planned,
                    "found",
                    "" + now.version());
        }
    }

    /** Neither more nor less than ours is staged, and it leads to the layout of the plan. */
    private void exact(Layout now, Json.Obj arguments) throws ConnectorException {
        List<Layout.Role> ours = Layout.roles(arguments, "roles");
        boolean exact =
                !now.parametersStaged()
                        && now.staged().size() == ours.size()
                        && next(now, arguments, "roles")
                        && now.with(now.staged())
                                .digest()
                                .equals(arguments.text("after").orElse(""));
        if (!exact) {
            throw foreign(now, arguments);
        }
    }

    private ConnectorException foreign(Layout now, Json.Obj arguments) {
        return admin.fault(
                GarageError.STAGED_BY_OTHERS,
                "staged",
                now.stagedWords(),
                "plan",
                words(arguments));
    }
}
