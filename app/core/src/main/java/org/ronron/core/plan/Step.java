package org.ronron.core.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Action;
import org.ronron.api.StepClass;

/**
 * One step of a plan.
 *
 * @param index its place, from 0
 * @param needs indexes of the steps that have to be done before
 * @param type connector whose texts hold {@code text}; empty for the window's own
 * @param text key of what it does, in words, with {@code values}
 * @param on what it acts on, to show: an endpoint's or a node's name
 * @param action the call; for a step of hands or a wait the probe that sees its effect; empty when
 *     only a person can say that it is done
 * @param exactCall to copy into a terminal
 * @param show further text to show (a diff to put into a repository), or empty
 */
public record Step(
        int index,
        List<Integer> needs,
        Kind kind,
        StepClass stepClass,
        String type,
        String text,
        Map<String, String> values,
        String on,
        Optional<Action> action,
        String exactCall,
        String mark,
        Duration deadline,
        String show) {
    /** Who does it. */
    public enum Kind {
        /** Ronron calls a system. */
        CALL,
        /** A person does it; Ronron waits to see its effect. */
        HANDS,
        /** Ronron waits for the world: no thread, no open laptop. */
        WAIT
    }

    /**
     * Whether it waits for a machine that hands carry: it has to be seen gone before it is back.
     */
    public boolean waitsForReturn() {
        return kind == Kind.HANDS
                && action.filter(a -> a.verb().equals(ClusterPart.SEEN)).isPresent();
    }

    /** Whether hands switch a machine off and carry it. */
    public boolean carries() {
        return kind == Kind.HANDS && text.equals(Hands.CARRY);
    }

    /** The same step in its place. */
    public Step at(int place, Collection<Integer> before) {
        return new Step(
                place,
                before.stream().distinct().sorted().toList(),
                kind,
                stepClass,
                type,
                text,
                values,
                on,
                action,
                exactCall,
                mark,
                deadline,
                show);
    }

    /** The same step with other values for its text. */
    public Step with(Map<String, String> other) {
        return new Step(
                index, needs, kind, stepClass, type, text, other, on, action, exactCall, mark,
                deadline, show);
    }

    public Step {
        needs = List.copyOf(needs);
        values = Map.copyOf(values);
    }
}
