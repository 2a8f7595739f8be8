package org.ronron.ui.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.StepClass;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Node;
import org.ronron.core.model.Notes;
import org.ronron.core.model.Totals;
import org.ronron.core.plan.MoveNode;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal.HistoryRow;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Workspace.CollectiveRow;

/** What the pages are shown in tests: an evening at Deuxfleurs. */
final class Examples {
    static final Instant NOW = Instant.parse("2026-11-14T20:04:32Z");
    static final String OPERATION = "01JOPERATION00000000000001";
    static final String GARAGE = "endpoint-garage";
    static final String HOST = "endpoint-onion";

    private Examples() {}

    static Plan plan() {
        return plan("01JPLAN0000000000000007K2F", "print-1", Optional.empty());
    }

    static Plan plan(String id, String fingerprint, Optional<String> undoes) {
        List<Step> steps = new ArrayList<>();
        step(steps, Step.Kind.HANDS, StepClass.PROBEABLE, "step.carry", "onion", "", "");
        step(
                steps,
                Step.Kind.CALL,
                StepClass.IDEMPOTENT,
                "step.stage",
                "Garage",
                "POST /v2/UpdateClusterLayout\nAuthorization: Bearer $token\n\n"
                        + "{\"roles\":[{\"id\":\"5a1c0d\",\"zone\":\"corrin\"}]}",
                "");
        step(
                steps,
                Step.Kind.CALL,
                StepClass.PROBEABLE,
                "step.apply",
                "Garage",
                "POST /v2/ApplyClusterLayout {\"version\":31}",
                "");
        step(
                steps,
                Step.Kind.HANDS,
                StepClass.READ,
                "step.config",
                "dépôt",
                "",
                "--- a/cluster/prod/node/onion.site.nix\n+++ b/cluster/prod/node/onion.site.nix\n"
                        + "-  datacenter = \"dathomir\";\n+  datacenter = \"corrin\";");
        step(steps, Step.Kind.WAIT, StepClass.READ, "step.sync", "Garage", "", "");
        Forecast forecast =
                new Forecast(
                        4_288_067_185_869L,
                        4_288_067_185_869L,
                        OptionalInt.of(26),
                        OptionalLong.of(61_000_000_000L),
                        false,
                        1,
                        1,
                        Map.of(),
                        List.of(new Forecast.Warning("uneven", Map.of("zone", "dathomir"))),
                        false);
        return new Plan(
                id,
                "collective",
                List.of(new MoveNode("node-onion", "corrin", MoveNode.Truth.WILL_CARRY)),
                Map.of("node-onion", "dathomir"),
                Map.of(GARAGE, fingerprint),
                NOW.minusSeconds(20),
                steps,
                List.of(
                        new Plan.ClusterForecast(
                                GARAGE, ExampleConnector.TYPE, "garage", forecast)),
                Plan.CutOff.NOBODY,
                List.of(),
                undoes);
    }

    private static void step(
            List<Step> steps,
            Step.Kind kind,
            StepClass stepClass,
            String text,
            String on,
            String call,
            String show) {
        int index = steps.size();
        steps.add(
                new Step(
                        index,
                        index == 0 ? List.of() : List.of(index - 1),
                        kind,
                        stepClass,
                        ExampleConnector.TYPE,
                        text,
                        Map.of("node", "onion", "zone", "corrin", "version", "31"),
                        on,
                        kind == Step.Kind.HANDS && show.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Action(GARAGE, text, Json.obj())),
                        call,
                        "",
                        Duration.ofSeconds(30),
                        show));
    }

    static Observation observation() {
        NodeFact node =
                new NodeFact(
                        "5a1c",
                        "onion",
                        List.of("10.0.0.1"),
                        Optional.of("dathomir"),
                        NodeFact.Reach.UP,
                        NodeFact.Machine.PHYSICAL,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "storage",
                        Map.of());
        return new Observation(
                NOW,
                "v2.1.0",
                "print-1",
                List.of(node),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Collective collective(String kind) {
        Node onion =
                new Node(
                        "node-onion",
                        "onion",
                        "dathomir",
                        false,
                        Node.State.FINE,
                        NodeFact.Machine.PHYSICAL,
                        Optional.empty(),
                        Optional.of(NOW),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        List.of(),
                        List.of(),
                        true,
                        "",
                        Notes.EMPTY);
        boolean own = kind.equals("own");
        return collective(
                kind, onion, own ? List.of(garage("print-1"), silent(), stopped()) : List.of());
    }

    /** An own collective with these connections. */
    static Collective collectiveOf(List<EndpointView> endpoints) {
        return collective("own", collective("own").nodes().getFirst(), endpoints);
    }

    private static Collective collective(String kind, Node onion, List<EndpointView> endpoints) {
        return new Collective(
                "collective",
                "Deuxfleurs",
                kind,
                List.of(),
                List.of(onion),
                List.of(),
                endpoints,
                List.of(),
                List.of(),
                Totals.UNKNOWN,
                0,
                Map.of());
    }

    /** The same evening, with a token that may not do these. */
    static DeskState forbidding(String... verbs) {
        Collective c = collective("own");
        EndpointView garage = garage("print-1").with(new Login("lecture", Set.of(verbs), false));
        Collective limited =
                new Collective(
                        c.id(),
                        c.name(),
                        c.kind(),
                        c.zones(),
                        c.nodes(),
                        c.clusters(),
                        List.of(garage),
                        c.findings(),
                        c.buckets(),
                        c.totals(),
                        c.workloads(),
                        c.facts());
        return state(Optional.of(limited), List.of(), List.of(), Secrets.State.OPEN);
    }

    /** The same plan, emptying a machine of services besides. */
    static Plan emptying() {
        Plan p = plan();
        Forecast services =
                Forecast.ofWorkloads(
                        3, List.of(new Forecast.Warning("uneven", Map.of("zone", "dathomir"))));
        List<Plan.ClusterForecast> forecasts = new ArrayList<>(p.forecasts());
        forecasts.addFirst(
                new Plan.ClusterForecast("nomad", ExampleConnector.TYPE, "nomad", services));
        return new Plan(
                p.id(),
                p.collectiveId(),
                p.changes(),
                p.origins(),
                p.basis(),
                p.computed(),
                p.steps(),
                forecasts,
                Plan.CutOff.SERVICES,
                List.of("jitsi", "mail", "matrix", "plume", "site"),
                p.undoes());
    }

    static EndpointView garage(String fingerprint) {
        return new EndpointView(
                GARAGE,
                ExampleConnector.TYPE,
                "garage-maison",
                "https://garage.deuxfleurs.example:3903",
                EndpointView.State.FINE,
                "v2.1.0",
                fingerprint,
                Optional.of(NOW.minusSeconds(8)),
                Optional.empty(),
                Optional.of(NOW.plusSeconds(42 * 60)),
                Map.of("url", "https://garage.deuxfleurs.example:3903", "via", "relais.example"),
                Map.of("token", NOW.minusSeconds(9 * 86_400), "viaPassphrase", NOW),
                new Login("admin_token", Set.of(), true));
    }

    private static EndpointView silent() {
        return new EndpointView(
                HOST,
                ExampleConnector.TYPE,
                "onion",
                "ssh://onion.dathomir.example:22",
                EndpointView.State.SILENT,
                "Debian 12",
                "print-2",
                Optional.of(NOW.minusSeconds(3 * 3600)),
                Optional.of(unreachable()),
                Optional.empty());
    }

    private static EndpointView stopped() {
        return new EndpointView(
                "endpoint-oseille",
                ExampleConnector.TYPE,
                "oseille",
                "ssh://oseille.dathomir.example:22",
                EndpointView.State.STOPPED,
                "",
                "",
                Optional.empty(),
                Optional.of(
                        Fault.of(
                                CommonError.TRUST_CHANGED,
                                "oseille",
                                "address",
                                "ssh://oseille.dathomir.example:22",
                                "known",
                                "SHA256:abc",
                                "seen",
                                "SHA256:def")),
                Optional.empty());
    }

    static Fault unreachable() {
        return Fault.of(
                CommonError.UNREACHABLE,
                "garage-maison",
                "address",
                "https://garage.deuxfleurs.example:3903",
                "cause",
                "Connection refused");
    }

    static DeskState state() {
        return state(Optional.of(collective("own")), List.of(), List.of(), Secrets.State.OPEN);
    }

    static DeskState welcome(String... preferences) {
        Map<String, String> kept = new java.util.HashMap<>();
        for (int i = 0; i + 1 < preferences.length; i += 2) {
            kept.put(preferences[i], preferences[i + 1]);
        }
        return new DeskState(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Secrets.State.ABSENT,
                kept,
                Optional.empty(),
                false,
                NOW);
    }

    static DeskState state(
            Optional<Collective> collective,
            List<OperationView> operations,
            List<HistoryRow> history,
            Secrets.State vault) {
        return new DeskState(
                collective,
                List.of(new CollectiveRow("collective", "Deuxfleurs", "own")),
                List.of(),
                operations,
                history,
                List.of(),
                vault,
                Map.of("name", "Camille"),
                Optional.empty(),
                false,
                NOW);
    }

    static DeskState with(OperationView... operations) {
        return state(
                Optional.of(collective("own")), List.of(operations), List.of(), Secrets.State.OPEN);
    }

    /** The same with the vault locked: the connection that its steps are on waits for it. */
    static DeskState locked(OperationView operation) {
        EndpointView waits =
                new EndpointView(
                        GARAGE,
                        ExampleConnector.TYPE,
                        "garage-maison",
                        "https://garage.deuxfleurs.example:3903",
                        EndpointView.State.LOCKED,
                        "v2.1.0",
                        "print-1",
                        Optional.of(NOW.minusSeconds(900)),
                        Optional.of(Fault.of(OwnError.VAULT_LOCKED, "garage-maison")),
                        Optional.empty());
        Collective of = collective("own");
        Collective locked =
                new Collective(
                        of.id(),
                        of.name(),
                        of.kind(),
                        of.zones(),
                        of.nodes(),
                        of.clusters(),
                        List.of(waits),
                        of.findings(),
                        of.buckets(),
                        of.totals(),
                        of.workloads(),
                        of.facts());
        return state(Optional.of(locked), List.of(operation), List.of(), Secrets.State.LOCKED);
    }
}
