package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.PlanJson;
import org.ronron.core.plan.Planner;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * Carries plans out. INTENT is on the disk before the first byte of a step leaves, OUTCOME together
 * with the model and the history. After a crash what is not known is probed, and nothing is done
 * again blindly.
 *
 * <p>Safe from any thread. Methods that may wait for a system or the disk say so; steps run on the
 * executor of the ports.
 */
public final class Engine {
    private final EnginePorts ports;
    private final Standstill standstill;
    private final Gate gate;
    private final Undoing undoing;
    private final Mending mending;
    private final Map<String, Course> courses = new LinkedHashMap<>();

    public Engine(EnginePorts ports) {
        Systems systems = new Systems(ports.sessions());
        this.ports = ports;
        this.standstill = new Standstill(ports.rescue());
        this.gate = new Gate(systems, ports.freshness());
        this.mending = new Mending(systems, ports.ids(), ports.clock());
        this.undoing =
                new Undoing(
                        systems,
                        new Planner(ports.sessions(), ports.ids(), ports.clock()),
                        ports.ids(),
                        ports.clock());
    }

    /**
     * Reads a collective's operations and takes up what was left of them. Waits for the disk;
     * systems are asked on the executor. What is known already stays as it is.
     *
     * @throws StorageException when they cannot be read; none is taken up then
     */
    public void recover(String collectiveId) throws StorageException {
        List<Course> left = new ArrayList<>();
        synchronized (courses) {
            for (Journal.OperationRow row : ports.journal().operations(collectiveId)) {
                if (!courses.containsKey(row.id())) {
                    Plan plan = PlanJson.read(row.plan()).orElseThrow(() -> unreadable(row));
                    List<JournalEvent> events = ports.journal().events(row.id());
                    left.add(course(new OperationLog(ports, row, plan, events)));
                }
            }
            left.forEach(course -> courses.put(course.log().id(), course));
        }
        for (Course course : left) {
            course.log().distrust();
            course.look();
        }
        ports.changed().run();
    }

    private static StorageException unreadable(Journal.OperationRow row) {
        Fault fault =
                Fault.of(
                        OwnError.STORE_FAILED,
                        "",
                        "file",
                        row.title(),
                        "cause",
                        "plan " + row.id());
        return new StorageException(fault, null);
    }

    private Course course(OperationLog log) {
        return new Course(ports, log, standstill);
    }

    /** All operations of a collective as they stand, oldest first. Never waits. */
    public List<OperationView> operations(String collectiveId) {
        return all().stream()
                .map(Course::log)
                .filter(log -> log.collectiveId().equals(collectiveId))
                .map(log -> log.fold().view())
                .toList();
    }

    private List<Course> all() {
        synchronized (courses) {
            return List.copyOf(courses.values());
        }
    }

    /**
     * Asks the endpoints of the plan's basis again, stores the plan and begins. Waits for systems
     * and the disk.
     *
     * @return the operation's id, which is the plan's: the same plan is never applied twice
     * @throws RefusedException {@code PLAN_STALE} with what moved, {@code WRITING_OFF}, {@code
     *     BUSY}, or the fault of an endpoint that does not answer; nothing is recorded then
     * @throws StorageException when it could not be recorded; nothing is begun then
     */
    public String begin(Plan plan, String author) throws RefusedException, StorageException {
        free(plan);
        gate.pass(plan);
        Course course;
        synchronized (courses) {
            free(plan);
            if (plan.undoes().isPresent()) {
                replaced(plan.undoes().get(), author);
            }
            course = course(record(plan, author));
            courses.put(plan.id(), course);
        }
        ports.crashPoint().at(CrashPoints.AFTER_BEGIN);
        ports.changed().run();
        course.advance();
        return plan.id();
    }

    private void free(Plan plan) throws RefusedException {
        synchronized (courses) {
            Course same = courses.get(plan.id());
            if (same != null) {
                String title = same.log().title();
                throw Gate.refused(Fault.of(OwnError.BUSY, "", "operation", title));
            }
            Gate.free(Gate.holds(plan), others(plan.undoes().orElse(mended(plan))));
            // what is under way may make something after this plan has looked for it
            Optional<OperationLog> undone = plan.undoes().flatMap(this::find).map(Course::log);
            if (undone.filter(log -> log.fold().atWork()).isPresent()) {
                throw Gate.refused(Fault.of(OwnError.BUSY, "", "operation", undone.get().title()));
            }
        }
    }

    /** All but one that stands still. */
    private List<OperationLog> others(String id) {
        return all().stream()
                .map(Course::log)
                .filter(log -> !log.id().equals(id) || goesOn(log.fold().state()))
                .toList();
    }

    private static boolean goesOn(OperationView.State state) {
        return switch (state) {
            case RUNNING, WAITING -> true;
            case STOPPED, CANCELLED, DONE -> false;
        };
    }

    private OperationLog record(Plan plan, String author) throws StorageException {
        Journal.OperationRow row =
                new Journal.OperationRow(
                        plan.id(),
                        plan.collectiveId(),
                        Histories.title(plan),
                        PlanJson.write(plan),
                        author,
                        ports.clock().instant().toEpochMilli());
        OperationLog log = new OperationLog(ports, row, plan, List.of());
        JournalEvent begun =
                log.event(Kind.BEGUN, JournalEvent.WHOLE, PlanJson.basis(plan), author);
        ports.crashPoint().at(CrashPoints.BEFORE_BEGIN);
        ports.journal().begin(row, begun, Histories.begun(ports.ids(), plan, row, begun));
        return new OperationLog(ports, row, plan, List.of(begun));
    }

    /** What is taken back does not go on by itself. */
    private void replaced(String operationId, String author) throws StorageException {
        Optional<Course> undone = find(operationId);
        if (undone.isPresent() && !undone.get().log().fold().cancelled()) {
            stopHandingOut(undone.get().log(), author, Histories.CANCELLED);
        }
    }

    private static void stopHandingOut(OperationLog log, String author, String text)
            throws StorageException {
        if (!log.fold().finished()) {
            log.write(Kind.CANCELLED, JournalEvent.WHOLE, Json.obj(), author, text);
        }
    }

    /**
     * Looks at whatever operations wait for, on the executor; returns at once. To be called every
     * few seconds: a longer silence is taken for a laptop's sleep, after which the step before is
     * probed again ahead of the next.
     */
    public void poll() {
        all().forEach(Course::look);
    }

    /**
     * Goes on after a stop: the step at which it stands is probed, then tried again. Waits for the
     * disk.
     */
    public void tryAgain(String operationId, String author)
            throws RefusedException, StorageException {
        Course course = course(operationId);
        OperationLog log = course.log();
        synchronized (courses) {
            if (log.fold().finished() || goesOn(log.fold().state())) {
                return;
            }
            Gate.free(Gate.holds(log.plan()), others(operationId));
            log.write(Kind.RESUMED, JournalEvent.WHOLE, Json.obj(), author, Histories.RESUMED);
        }
        ports.crashPoint().at(CrashPoints.AFTER_RESUME);
        standstill.journalWrites();
        log.unhalt();
        log.distrust();
        course.look();
    }

    /**
     * First: no further step is handed out. Again: it is not even watched any more. Waits for the
     * disk.
     */
    public void cancel(String operationId, String author)
            throws RefusedException, StorageException {
        OperationLog log = course(operationId).log();
        boolean again = log.fold().cancelled();
        stopHandingOut(log, author, again ? Histories.DETACHED : Histories.CANCELLED);
    }

    /** Leaves it to a colleague, with a word. Waits for the disk. */
    public void handOver(String operationId, String word, String author)
            throws RefusedException, StorageException {
        Json.Obj body = Json.obj().with("word", word);
        course(operationId)
                .log()
                .write(Kind.HANDED_OVER, JournalEvent.WHOLE, body, author, Histories.HANDED_OVER);
    }

    /**
     * A person says that a step of hands is done, or that what was found is ours and done. Waits
     * for the disk.
     */
    public void confirm(String operationId, int step, String author)
            throws RefusedException, StorageException {
        Course course = course(operationId);
        OperationLog log = course.log();
        StepState state = log.fold().view().steps().get(step).state();
        if (state == StepState.DONE) {
            return;
        }
        boolean hands = log.step(step).kind() == Step.Kind.HANDS && state == StepState.WAITING;
        if (!hands && state != StepState.UNKNOWN && state != StepState.APPEARED) {
            String what = "step " + (step + 1) + " is " + state;
            throw Gate.refused(Fault.of(OwnError.INTERNAL, log.step(step).on(), "what", what));
        }
        log.write(Kind.SAID, step, Json.obj().with("is", "done"), author, Histories.CONFIRMED);
        ports.crashPoint().at(CrashPoints.AFTER_SAID);
        course.advance();
    }

    /**
     * The plan that takes back what the operation made, to be reviewed like any other. Changes
     * nothing; of a space's steps that nobody knows of the systems are asked.
     *
     * @param now the picture from which a way back is computed, where a step has no inverse
     */
    public Plan undoPlan(String operationId, Collective now) throws RefusedException {
        return undoing.plan(course(operationId).log(), now);
    }

    /**
     * The plan that mends what an operation stopped at, where its connector has one to offer.
     * Afterwards the step is tried again. Sends no byte.
     *
     * @throws RefusedException {@code NO_REMEDY}
     */
    public Plan remedyPlan(String operationId, Collective now) throws RefusedException {
        return mending.plan(course(operationId).log(), now);
    }

    private static String mended(Plan plan) {
        return plan.changes().stream()
                .filter(Mend.class::isInstance)
                .map(c -> ((Mend) c).operationId())
                .findFirst()
                .orElse("");
    }

    /** No step is handed out any more; what runs ends or reaches its deadline. */
    public void stop() {
        standstill.close();
    }

    private Course course(String operationId) throws RefusedException {
        return find(operationId)
                .orElseThrow(
                        () ->
                                Gate.refused(
                                        Fault.of(
                                                OwnError.INTERNAL,
                                                "",
                                                "what",
                                                "no operation " + operationId)));
    }

    private Optional<Course> find(String operationId) {
        synchronized (courses) {
            return Optional.ofNullable(courses.get(operationId));
        }
    }
}
