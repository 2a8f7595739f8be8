package org.ronron.core.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronron.api.Fault;
import org.ronron.core.engine.Systems.Answer.Bad;
import org.ronron.core.engine.Systems.Answer.Good;
import org.ronron.core.model.Collective;
import org.ronron.core.plan.Mend;
import org.ronron.core.plan.Plan;
import org.ronron.core.plan.Step;
import org.ronron.core.port.Ids;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** What a connector offers to mend the step at which an operation stands, as a plan. */
final class Mending {
    private final Systems systems;
    private final Ids ids;
    private final InstantSource clock;

    Mending(Systems systems, Ids ids, InstantSource clock) {
        this.systems = systems;
        this.ids = ids;
        this.clock = clock;
    }

    Plan plan(OperationLog log, Collective now) throws RefusedException {
        String stopped = "";
        for (Step step : log.plan().steps()) {
            StepFold known = log.fold().step(step.index());
            if (known.troubled() && known.fault().isPresent() && step.action().isPresent()) {
                stopped = stopped.isEmpty() ? Integer.toString(step.index() + 1) : stopped;
                Optional<Step> mends = mends(step, known.fault().get());
                if (mends.isPresent()) {
                    return plan(log, now, step, mends.get());
                }
            }
        }
        throw Gate.refused(
                Fault.of(OwnError.NO_REMEDY, "", "step", stopped.isEmpty() ? "–" : stopped));
    }

    private Optional<Step> mends(Step step, Fault fault) throws RefusedException {
        return switch (systems.remedy(step, fault)) {
            case Bad<Optional<Step>>(Fault refused) -> throw new RefusedException(refused);
            case Good<Optional<Step>>(Optional<Step> offered) -> offered;
        };
    }

    private Plan plan(OperationLog log, Collective now, Step stopped, Step mends) {
        Map<String, String> basis = new TreeMap<>();
        mends.action()
                .flatMap(a -> now.endpoint(a.endpointId()))
                .ifPresent(e -> basis.put(e.id(), e.fingerprint()));
        return new Plan(
                ids.next(),
                log.collectiveId(),
                List.of(new Mend(log.id(), stopped.index(), log.title())),
                Map.of(),
                basis,
                clock.instant(),
                List.of(mends.at(0, List.of())),
                List.of(),
                Plan.CutOff.NOT_KNOWN,
                List.of(),
                Optional.empty());
    }
}
