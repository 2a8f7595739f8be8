package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.JobFact;
import org.ronron.api.Observation;
import org.ronron.core.engine.OperationView;
import org.ronron.core.model.Backup;
import org.ronron.core.plan.BackUp;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.RestorePoint;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Workspace;

/** Backups on the desk, with the real planner and engine. */
final class BackupDeskTest {
    private final Rig rig = new Rig(true);
    private final List<Action> looked = new ArrayList<>();
    private Workspace.EndpointRow tool =
            new Workspace.EndpointRow("", "", "", "", Map.of(), Map.of(), 0);
    private List<JobFact> jobs = List.of();
    private String print = "f1";

    @BeforeEach
    void open() {
        rig.connected();
        rig.system.keeping.put("u2", keeping());
        rig.system.answers.put("u2", this::said);
        tool = rig.add("borg", "u2");
    }

    private Observation said() {
        BackupFact.Point point =
                new BackupFact.Point(
                        "p1",
                        rig.now,
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        BackupFact.Result.DONE);
        return rig.said(print)
                .withBackups(
                        List.of(
                                new BackupFact(
                                        "home",
                                        "/home",
                                        List.of(),
                                        "",
                                        "",
                                        BackupFact.Condition.READABLE,
                                        List.of(point),
                                        Optional.empty(),
                                        Optional.empty(),
                                        jobs)));
    }

    private Backups keeping() {
        return new Backups() {
            @Override
            public List<String> nextToGo(String key) throws ConnectorException {
                if (!key.equals("home")) {
                    throw new ConnectorException(Fault.of(CommonError.CUT, "borg"));
                }
                return List.of("p0");
            }

            @Override
            public Outlook outlook(Action action) {
                looked.add(action);
                return new Outlook(
                        Optional.of(Duration.ofSeconds(90)),
                        OptionalLong.of(7),
                        OptionalLong.of(6),
                        List.of("prune"));
            }
        };
    }

    private Plan plan() {
        return rig.done(rig.desk.backups().plan(new BackUp(tool.id(), "home")));
    }

    private List<Backup> backups() {
        return rig.desk.state().collective().orElseThrow().safety().backups();
    }

    @Test
    void theToolIsAskedAgainAndThenWhatItWouldLoad() {
        int asked = rig.system.asked.get();
        Plan plan = plan();
        assertEquals(asked + 1, rig.system.asked.get());
        assertEquals("90", plan.steps().getFirst().values().get("took"));
        assertEquals("prune", plan.steps().getFirst().values().get("running"));
        assertEquals(looked.getFirst(), plan.steps().getFirst().action().orElseThrow());
    }

    @Test
    void aToolThatIsSilentHasNoPlan() {
        rig.system.answers.clear();
        assertEquals(
                CommonError.UNREACHABLE,
                rig.refused(rig.desk.backups().plan(new BackUp(tool.id(), "home"))).code());
        assertEquals(List.of(), looked);
    }

    @Test
    void aRestoreWithoutRoomIsRefused() {
        RestorePoint restore = new RestorePoint(tool.id(), "home", "p1", "/srv/x");
        assertEquals(OwnError.NO_ROOM, rig.refused(rig.desk.backups().plan(restore)).code());
    }

    @Test
    void aConnectionThatIsGoneHasNoPlan() {
        assertEquals(
                OwnError.INTERNAL,
                rig.refused(rig.desk.backups().plan(new BackUp("gone", "home"))).code());
    }

    @Test
    void whatWouldBePrunedIsReadFromTheTool() {
        assertEquals(List.of("p0"), rig.done(rig.desk.backups().nextToGo(tool.id(), "home")));
        assertEquals(
                CommonError.CUT,
                rig.refused(rig.desk.backups().nextToGo(tool.id(), "other")).code());
        Workspace.EndpointRow other = rig.add("other", "u3");
        assertEquals(
                OwnError.INTERNAL,
                rig.refused(rig.desk.backups().nextToGo(other.id(), "home")).code());
    }

    @Test
    void itIsAnOperationWithItsLineOfHistory() {
        rig.done(rig.desk.allowWriting(tool.id(), Duration.ofHours(1)));
        rig.done(rig.desk.operations().apply(plan()));
        rig.pass(Ticks.BEAT);
        OperationView operation = rig.desk.state().operations().getFirst();
        assertEquals(OperationView.State.DONE, operation.state());
        assertEquals("home", operation.title());
        assertEquals("history.operation.finished", rig.history().getFirst());
    }

    @Test
    void aPlanWhoseToolHasMovedIsStale() {
        rig.done(rig.desk.allowWriting(tool.id(), Duration.ofHours(1)));
        Plan plan = plan();
        print = "f2";
        assertEquals(OwnError.PLAN_STALE, rig.refused(rig.desk.operations().apply(plan)).code());
    }

    /** Another laptop began it: its receipt lies on the machine, for all to see. */
    @Test
    void whatASecondConsoleBeganIsSeenRunning() {
        jobs =
                List.of(
                        new JobFact(
                                "r1",
                                Backups.RUN,
                                "home",
                                "",
                                rig.now,
                                Optional.empty(),
                                JobFact.State.RUNNING,
                                "3 GiB so far"));
        rig.done(rig.desk.refresh(tool.id()));
        assertEquals("3 GiB so far", backups().getFirst().running().orElseThrow().said());
        rig.restart();
        assertEquals("r1", backups().getFirst().running().orElseThrow().receipt());
    }
}
