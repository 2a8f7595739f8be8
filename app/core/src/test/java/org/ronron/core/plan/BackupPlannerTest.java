package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.BackupFact;
import org.ronron.api.Backups;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.api.StepClass;
import org.ronron.core.model.Backup;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.Safety;
import org.ronron.core.model.Totals;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

final class BackupPlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final String ID = "01KAVN3B7Q_00000000A1B2C";
    private static final String RECEIPT = "01kavn3b7q-00000000a1b2c";
    private static final Backups.Outlook NOTHING_KNOWN =
            new Backups.Outlook(
                    Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of());

    private final List<Action> asked = new ArrayList<>();
    private Backups.Outlook outlook = NOTHING_KNOWN;
    private Optional<Fault> down = Optional.empty();
    private boolean keeps = true;

    private final BackupPlanner planner =
            new BackupPlanner(new Lending(), () -> ID, InstantSource.fixed(NOW));

    private Plan plan(BackupChange change) throws RefusedException {
        return planner.plan(collective(), change);
    }

    private Fault refused(BackupChange change) {
        return assertThrows(RefusedException.class, () -> plan(change)).fault();
    }

    @Test
    void aBackupIsOneStepUnderAReceipt() throws Exception {
        outlook =
                new Backups.Outlook(
                        Optional.of(Duration.ofMinutes(7)),
                        OptionalLong.of(1_000),
                        OptionalLong.of(50),
                        List.of("borg create", "pg_dump"));
        Plan plan = plan(new BackUp("e", "home"));
        Json.Obj arguments = Json.obj().with("key", "home").with("receipt", RECEIPT);
        Action action = new Action("e", Backups.RUN, arguments);
        assertEquals(List.of(action), asked);
        Step step = plan.steps().getFirst();
        assertEquals(1, plan.steps().size());
        assertEquals(Optional.of(action), step.action());
        assertEquals(StepClass.PROBEABLE, step.stepClass());
        assertEquals("step.backup.run", step.text());
        assertEquals("borg", step.type());
        assertEquals("mark " + RECEIPT, step.mark());
        assertEquals(
                Map.of(
                        "endpoint", "Borg",
                        "key", "home",
                        "point", "",
                        "destination", "",
                        "data", "false",
                        "took", "420",
                        "size", "1000",
                        "free", "50",
                        "running", "borg create\npg_dump"),
                step.values());
        assertEquals(Map.of("e", "print"), plan.basis());
        assertEquals(Plan.CutOff.NOBODY, plan.cutOff());
        assertEquals(Optional.of(new BackUp("e", "home")), plan.backup());
    }

    @Test
    void whatIsNotKnownIsNotAmongTheValues() throws Exception {
        Map<String, String> values = plan(new BackUp("e", "home")).steps().getFirst().values();
        for (String figure : List.of("took", "size", "free", "running")) {
            assertFalse(values.containsKey(figure), figure);
        }
    }

    @Test
    void aCheckSaysWhetherEveryByteIsRead() throws Exception {
        Step step = plan(new CheckBackup("e", "home", "", true)).steps().getFirst();
        Json.Obj arguments =
                Json.obj()
                        .with("key", "home")
                        .with("receipt", RECEIPT)
                        .with("point", "")
                        .with("data", Json.of(true));
        Action action = new Action("e", Backups.CHECK, arguments);
        assertEquals(Optional.of(action), step.action());
        assertEquals("step.backup.check", step.text());
        assertEquals("true", step.values().get("data"));
        assertEquals(Backups.CHECK_DATA, Backups.job(action));
        Action plain =
                plan(new CheckBackup("e", "home", "p1", false))
                        .steps()
                        .getFirst()
                        .action()
                        .orElseThrow();
        assertEquals(Backups.CHECK, Backups.job(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/essai", "/srv/a b/é…", "/a/.hidden/..x/y..", "/x"})
    void aRestoreGoesToAPlaceOfItsOwn(String destination) throws Exception {
        Plan plan = plan(new RestorePoint("e", "home", "p1", destination));
        Step step = plan.steps().getFirst();
        assertEquals(destination, step.action().orElseThrow().arguments().word("destination"));
        assertEquals("p1", step.values().get("point"));
        assertEquals("step.backup.restore", step.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "srv/x",
                "./x",
                "~/x",
                "/srv/",
                "//srv",
                "/srv//x",
                "/srv/../etc",
                "/srv/..",
                "/./srv",
                "/srv/.",
                "/srv/a\nb",
                "/srv/a\u0000",
                " /srv",
                "/srv/x "
            })
    void aPathThatSaysNotWhereItLeadsIsRefused(String destination) {
        Fault fault = refused(new RestorePoint("e", "home", "p1", destination));
        assertEquals(OwnError.BAD_DESTINATION, fault.code());
        assertEquals(destination, fault.details().get("destination"));
        assertEquals(List.of(), asked);
    }

    @Test
    void aPathBeyondMeasureIsRefusedAndShownCut() {
        Fault fault = refused(new RestorePoint("e", "home", "p1", "/" + "x".repeat(1_000)));
        assertEquals(OwnError.BAD_DESTINATION, fault.code());
        assertEquals(61, fault.details().getOrDefault("destination", "").length());
    }

    @Test
    void whatDoesNotFitIsNotRestored() throws Exception {
        RestorePoint restore = new RestorePoint("e", "home", "p1", "/srv/x");
        outlook = room(OptionalLong.of(101), OptionalLong.of(100));
        Fault fault = refused(restore);
        assertEquals(OwnError.NO_ROOM, fault.code());
        assertEquals(
                Map.of("destination", "/srv/x", "neededBytes", "101", "freeBytes", "100"),
                fault.details());
        outlook = room(OptionalLong.of(100), OptionalLong.of(100));
        assertEquals(1, plan(restore).steps().size());
        outlook = room(OptionalLong.empty(), OptionalLong.of(1));
        assertEquals(1, plan(restore).steps().size());
        outlook = room(OptionalLong.of(101), OptionalLong.of(100));
        assertEquals(
                1,
                plan(new BackUp("e", "home")).steps().size(),
                "a tool that spares what it has writes less than it reads");
    }

    private static Backups.Outlook room(OptionalLong bytes, OptionalLong free) {
        return new Backups.Outlook(Optional.empty(), bytes, free, List.of());
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidSo() {
        for (BackupChange change :
                List.of(
                        new BackUp("e", "gone"),
                        new BackUp("other", "home"),
                        new CheckBackup("e", "home", "p9", false),
                        new RestorePoint("e", "home", "p9", "/srv/x"),
                        new RestorePoint("e", "home", "", "/srv/x"))) {
            assertEquals(OwnError.NO_SUCH_BACKUP, refused(change).code(), "" + change);
        }
    }

    @Test
    void aToolThatCannotBeAskedHasNoPlan() {
        down = Optional.of(Fault.of(CommonError.TIMEOUT, "Borg"));
        assertEquals(CommonError.TIMEOUT, refused(new BackUp("e", "home")).code());
        down = Optional.empty();
        keeps = false;
        assertEquals(OwnError.INTERNAL, refused(new BackUp("e", "home")).code());
    }

    private static Collective collective() {
        BackupFact.Point point =
                new BackupFact.Point(
                        "p1",
                        NOW,
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        BackupFact.Result.DONE);
        BackupFact fact =
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
                        List.of());
        Backup backup =
                new Backup(
                        "e",
                        "Borg",
                        "borg",
                        NOW,
                        fact,
                        Backup.Posture.NEVER_CHECKED,
                        Backup.Place.UNKNOWN,
                        "",
                        Optional.empty());
        EndpointView endpoint =
                new EndpointView(
                        "e",
                        "borg",
                        "Borg",
                        "",
                        EndpointView.State.FINE,
                        "1.2",
                        "print",
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.empty());
        return new Collective(
                        "c",
                        "Ours",
                        "own",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(endpoint),
                        List.of(),
                        List.of(),
                        Totals.UNKNOWN,
                        0,
                        Map.of())
                .with(new Safety(List.of(backup), List.of()), List.of());
    }

    private final class Lending implements Sessions, Session, Backups, Actions {
        @Override
        public Session reading(String endpointId) {
            return this;
        }

        @Override
        public Session writing(String endpointId) {
            throw new AssertionError("a plan is made without writing");
        }

        @Override
        public <C extends Capability> Optional<C> capability(Class<C> type) {
            return keeps ? Optional.of(type.cast(this)) : Optional.empty();
        }

        @Override
        public void close() {}

        @Override
        public List<String> nextToGo(String key) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Outlook outlook(Action action) throws ConnectorException {
            if (down.isPresent()) {
                throw new ConnectorException(down.get());
            }
            asked.add(action);
            return outlook;
        }

        @Override
        public ActionSpec describe(Action action) {
            return new ActionSpec(
                    StepClass.PROBEABLE,
                    "borg",
                    "mark " + action.arguments().word("receipt"),
                    Duration.ofSeconds(30));
        }

        @Override
        public Json.Obj perform(Action action, Progress progress) {
            throw new AssertionError("a plan does nothing");
        }

        @Override
        public Evidence probe(Action action) {
            throw new AssertionError("a plan does nothing");
        }

        @Override
        public Optional<Action> inverse(Action action) {
            return Optional.empty();
        }
    }
}
