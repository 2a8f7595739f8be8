package org.ronron.core.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronron.api.Fault;
import org.ronron.api.StepClass;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Rights;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Freshness;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** What a plan has to pass before anything of it is recorded. Changes nothing. */
final class Gate {
    /** Between an endpoint and the part of it that alone is taken; in no id. */
    private static final String PART = "#";

    private final Systems systems;
    private final Freshness freshness;

    Gate(Systems systems, Freshness freshness) {
        this.systems = systems;
        this.freshness = freshness;
    }

    /** The endpoints that a plan's steps touch. */
    static Set<String> endpoints(Plan plan) {
        Set<String> endpoints = new TreeSet<>(plan.basis().keySet());
        plan.steps().forEach(s -> s.action().ifPresent(a -> endpoints.add(a.endpointId())));
        return Collections.unmodifiableSet(endpoints);
    }

    /**
     * What a plan takes for itself: whole endpoints, or of each endpoint the one space or the one
     * series of backups that it is about, so that ten approvals of an evening need not wait for one
     * another, nor the backup of one machine for that of the next. A notice takes nothing.
     */
    static Set<String> holds(Plan plan) {
        if (plan.tells()) {
            return Set.of();
        }
        Set<String> holds = new TreeSet<>();
        String part = part(plan);
        endpoints(plan).forEach(endpoint -> holds.add(endpoint + part));
        return Collections.unmodifiableSet(holds);
    }

    private static String part(Plan plan) {
        return plan.space()
                .map(s -> PART + s.subject())
                .or(() -> plan.backup().map(b -> PART + "backup/" + b.key()))
                .orElse("");
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(s -> others.stream().anyMatch(o -> meet(s, o)));
    }

    private static boolean meet(String one, String other) {
        return one.equals(other) || one.startsWith(other + PART) || other.startsWith(one + PART);
    }

    /**
     * Refuses a plan whose world has moved, that may not write, or for which our login lacks a
     * right. Asks the endpoints.
     */
    void pass(Plan plan) throws RefusedException {
        if (plan.steps().isEmpty()) {
            throw refused(Fault.of(OwnError.NOTHING_TO_DO, "", "node", ""));
        }
        writable(plan);
        for (Map.Entry<String, String> basis : plan.basis().entrySet()) {
            String name = name(plan, basis.getKey());
            Freshness.Look look = freshness.look(basis.getKey());
            Optional<Fault> missing =
                    Rights.missing(plan, basis.getKey(), name, look.now().login());
            if (missing.isPresent()) {
                throw refused(missing.get());
            }
            Optional<Fault> moved = Drift.from(plan, basis.getKey(), name, look);
            if (moved.isPresent()) {
                throw refused(moved.get());
            }
        }
    }

    private void writable(Plan plan) throws RefusedException {
        Set<String> asked = new HashSet<>();
        for (Step step : plan.steps()) {
            boolean writes = step.kind() == Step.Kind.CALL && step.stepClass() != StepClass.READ;
            if (writes && asked.add(step.action().orElseThrow().endpointId())) {
                Optional<Fault> barred = systems.barred(step);
                if (barred.isPresent()) {
                    throw refused(barred.get());
                }
            }
        }
    }

    private static String name(Plan plan, String endpoint) {
        return plan.steps().stream()
                .filter(s -> s.kind() != Step.Kind.HANDS)
                .filter(s -> s.action().filter(a -> a.endpointId().equals(endpoint)).isPresent())
                .map(Step::on)
                .findFirst()
                .orElse(endpoint);
    }

    /**
     * Refuses what would work on an endpoint beside another operation.
     *
     * @param holds as {@link #holds} tells
     */
    static void free(Set<String> holds, Collection<OperationLog> others) throws RefusedException {
        for (OperationLog other : others) {
            if (meet(holds, held(other))) {
                throw refused(Fault.of(OwnError.BUSY, "", "operation", other.title()));
            }
        }
    }

    /** What an operation holds: all while it goes on; stopped, only what nobody knows of. */
    private static Set<String> held(OperationLog log) {
        OperationFold fold = log.fold();
        return switch (fold.state()) {
            case RUNNING, WAITING -> holds(log.plan());
            case STOPPED, CANCELLED -> {
                Set<String> held = new HashSet<>();
                if (log.plan().tells()) {
                    yield held;
                }
                String part = part(log.plan());
                List<Step> steps = log.plan().steps();
                steps.stream()
                        .filter(s -> fold.inDoubt(s.index()))
                        .forEach(s -> s.action().ifPresent(a -> held.add(a.endpointId() + part)));
                yield held;
            }
            case DONE -> Set.of();
        };
    }

    static RefusedException refused(Fault fault) {
        return new RefusedException(fault);
    }
}
