package org.ronron.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.core.engine.OperationFold.Halt;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Journal;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.JournalEvent.Kind;
import org.ronron.core.port.StorageException;

/**
 * One operation's journal and what runs of it now. Nothing is known here before it is on the disk.
 * Safe from any thread; what is read is never half of a change.
 */
final class OperationLog {
    private final EnginePorts ports;
    private final Journal.OperationRow row;
    private final Plan plan;
    private final List<JournalEvent> events;
    private final Map<Integer, Live> live = new HashMap<>();

    /** What was seen last of what goes on without us, where the journal has something older. */
    private final Map<Integer, String> notes = new HashMap<>();

    private final Set<Integer> taken = new HashSet<>();
    private final Pulse pulse;
    private Optional<Halt> halt = Optional.empty();
    private volatile OperationFold fold;

    OperationLog(
            EnginePorts ports, Journal.OperationRow row, Plan plan, List<JournalEvent> events) {
        this.ports = ports;
        this.row = row;
        this.plan = plan;
        this.events = new ArrayList<>(events);
        this.pulse = new Pulse(ports.clock(), endpoints());
        this.fold = new OperationFold(row, plan, events, Map.of(), Map.of(), Optional.empty());
    }

    String id() {
        return row.id();
    }

    String collectiveId() {
        return row.collectiveId();
    }

    String title() {
        return row.title();
    }

    String author() {
        return row.author();
    }

    /** The endpoints that the plan's steps touch. */
    Set<String> endpoints() {
        return Gate.endpoints(plan);
    }

    Plan plan() {
        return plan;
    }

    Step step(int index) {
        return plan.steps().get(index);
    }

    OperationFold fold() {
        return fold;
    }

    /** Writes an event of the operation's own author. */
    void write(Kind kind, int step, Json.Obj body) throws StorageException {
        add(event(kind, step, body, row.author()), "");
    }

    /** Writes an event with its line of history, in one transaction. */
    void write(Kind kind, int step, Json.Obj body, String who, String text)
            throws StorageException {
        add(event(kind, step, body, who), text);
    }

    JournalEvent event(Kind kind, int step, Json.Obj body, String who) {
        return new JournalEvent(
                ports.ids().next(),
                row.id(),
                step,
                kind,
                ports.clock().instant().toEpochMilli(),
                who,
                JournalEvent.FORMAT,
                body);
    }

    /**
     * Writes that a call is about to leave, unless somebody has asked to stop meanwhile: a step may
     * have been handed out before, and looked around for a while. From here on it is under way.
     *
     * @return whether it may leave
     */
    boolean intend(int step, Json.Obj body) throws StorageException {
        JournalEvent intent = event(Kind.INTENT, step, body, row.author());
        synchronized (this) {
            if (fold.cancelled()) {
                return false;
            }
            live.put(step, Live.BEGUN);
            append(intent, List.of(), "");
        }
        ports.changed().run();
        return true;
    }

    /** Its end, with what that changes of our own model and its line of history. */
    void finish() throws StorageException {
        JournalEvent end = event(Kind.FINISHED, JournalEvent.WHOLE, Json.obj(), row.author());
        add(end, plan.edits(), plan.tells() ? Histories.TOLD : Histories.FINISHED);
    }

    /**
     * @param text key of its line of history; empty for none
     */
    void add(JournalEvent event, String text) throws StorageException {
        add(event, List.of(), text);
    }

    private void add(JournalEvent event, List<Journal.ModelEdit> edits, String text)
            throws StorageException {
        synchronized (this) {
            append(event, edits, text);
        }
        ports.changed().run();
    }

    private synchronized void append(JournalEvent event, List<Journal.ModelEdit> edits, String text)
            throws StorageException {
        if (text.isEmpty()) {
            ports.journal().append(event);
        } else {
            Journal.HistoryRow line = Histories.line(ports.ids(), row, event, text);
            ports.journal().outcome(event, edits, List.of(line));
        }
        events.add(event);
        notes.remove(event.step());
        pulse.beat();
        refold();
    }

    /** Takes steps for this process: no other thread gets them before they are released. */
    synchronized List<Integer> take(Function<OperationFold, List<Integer>> which, int most) {
        List<Integer> got = new ArrayList<>();
        for (int step : which.apply(fold)) {
            if (taken.size() < most && taken.add(step)) {
                got.add(step);
            }
        }
        return List.copyOf(got);
    }

    synchronized void release(int step) {
        taken.remove(step);
        live.remove(step);
        refold();
    }

    /** A call runs now, and is so far. */
    void live(int step, Live now) {
        synchronized (this) {
            live.put(step, now);
            refold();
        }
        ports.changed().run();
    }

    /** It goes on, and was seen so far; not kept. */
    void note(int step, String seen) {
        synchronized (this) {
            if (seen.equals(fold.view().steps().get(step).note())) {
                return;
            }
            notes.put(step, seen);
            refold();
        }
        ports.changed().run();
    }

    /** Stands still, in memory only, since the journal cannot be written. */
    void halt(int step, Fault fault) {
        synchronized (this) {
            halt = Optional.of(new Halt(step, fault));
            refold();
        }
        ports.changed().run();
    }

    synchronized void unhalt() {
        halt = Optional.empty();
        refold();
    }

    synchronized void beat() {
        pulse.beat();
    }

    synchronized void distrust() {
        pulse.distrust();
    }

    synchronized boolean mistrusted(String endpoint) {
        return pulse.mistrusted(endpoint);
    }

    private void refold() {
        fold = new OperationFold(row, plan, events, live, notes, halt);
    }
}
