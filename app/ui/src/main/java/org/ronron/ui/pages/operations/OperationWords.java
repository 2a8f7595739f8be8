package org.ronron.ui.pages.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.core.desk.DeskState;
import org.ronron.core.engine.OperationView;
import org.ronron.core.engine.StepState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.core.plan.Step;
import org.ronron.core.port.JournalEvent;
import org.ronron.resources.Texts;
import org.ronron.ui.pages.shared.PlanWords;

/** What is said of an operation, in the reader's language. */
public final class OperationWords {
    private final Texts texts;

    public OperationWords(Texts texts) {
        this.texts = texts;
    }

    /** What it does, as a sentence. */
    public String title(OperationView operation, Optional<Collective> collective) {
        return PlanWords.capital(new PlanWords(texts).title(operation.plan(), collective));
    }

    /** Where it is: "arrêtée à l'étape 6 sur 9". */
    public String state(OperationView operation) {
        String key = "operations.state." + operation.state().name().toLowerCase(Locale.ROOT);
        String all = texts.figures().whole(operation.steps().size());
        int at = standing(operation);
        String n = texts.figures().whole(Math.min(at + 1, operation.steps().size()));
        return texts.get(key, "n", n, "all", all);
    }

    /** The step at which it stands: the first that needs a person, else the first not done. */
    static int standing(OperationView operation) {
        return first(operation, s -> troubled(s.state()))
                .or(() -> first(operation, s -> s.fault().isPresent() && !over(s.state())))
                .or(() -> first(operation, s -> s.state() == StepState.RUNNING))
                .or(() -> first(operation, s -> !over(s.state())))
                .orElse(operation.steps().size());
    }

    /** Whether it would go on by itself, but for a secret that lies in the locked vault. */
    static boolean waitsForVault(OperationView operation, DeskState state) {
        boolean goesOn =
                operation.state() == OperationView.State.RUNNING
                        || operation.state() == OperationView.State.WAITING;
        int at = standing(operation);
        return goesOn
                && at < operation.plan().steps().size()
                && operation.plan().steps().get(at).action().stream()
                        .flatMap(a -> endpoint(state, a.endpointId()).stream())
                        .anyMatch(e -> e.state() == EndpointView.State.LOCKED);
    }

    private static Optional<EndpointView> endpoint(DeskState state, String id) {
        return state.collective().flatMap(c -> c.endpoint(id));
    }

    static boolean troubled(StepState state) {
        return switch (state) {
            case REFUSED, UNKNOWN, APPEARED, NOT_OURS -> true;
            case NOT_BEGUN, RUNNING, WAITING, DONE, SKIPPED -> false;
        };
    }

    static boolean over(StepState state) {
        return state == StepState.DONE || state == StepState.SKIPPED;
    }

    private static Optional<Integer> first(
            OperationView operation, Predicate<OperationView.StepView> which) {
        return IntStream.range(0, operation.steps().size())
                .filter(i -> which.test(operation.steps().get(i)))
                .boxed()
                .findFirst();
    }

    static int done(OperationView operation) {
        return (int) operation.steps().stream().filter(s -> over(s.state())).count();
    }

    static boolean doNotUnplug(OperationView operation) {
        return operation.steps().stream().anyMatch(OperationView.StepView::doNotUnplug);
    }

    /** The steps of hands that wait now; several machines may be carried together. */
    static List<Step> hands(OperationView operation) {
        return IntStream.range(0, operation.steps().size())
                .filter(i -> operation.steps().get(i).state() == StepState.WAITING)
                .mapToObj(i -> operation.plan().steps().get(i))
                .filter(s -> s.kind() == Step.Kind.HANDS)
                .toList();
    }

    /** How long a step took, or has taken so far; empty when it has not begun. */
    String time(OperationView.StepView step, Instant now) {
        if (step.begun().isEmpty()) {
            return "";
        }
        Instant end = step.ended().orElse(now);
        Duration time = Duration.between(step.begun().get(), end);
        if (time.toSeconds() < 10 && step.ended().isPresent()) {
            double seconds = Math.max(0, Math.round(time.toMillis() / 100.0) / 10.0);
            return texts.get("age.s", "n", texts.figures().decimal(seconds));
        }
        return texts.figures().length(time);
    }

    String by(OperationView operation, String me) {
        return operation.author().equals(me)
                ? texts.get("operations.byYou")
                : texts.get("operations.by", "who", operation.author());
    }

    /**
     * What the call answered, where its connector has a text for it: {@code made.<verb>}, with each
     * number by its name, and as a size in bytes by its name with {@code Size} behind.
     */
    Optional<String> made(Step step, List<JournalEvent> trace) {
        String verb = step.action().map(Action::verb).orElse("");
        Json.Obj made =
                trace.stream()
                        .filter(e -> e.step() == step.index())
                        .map(e -> e.body().object("made"))
                        .filter(m -> !m.members().isEmpty())
                        .reduce(Json.obj(), (before, after) -> after);
        Map<String, String> values = new HashMap<>();
        for (String name : made.members().keySet()) {
            made.text(name).ifPresent(text -> values.put(name, text));
            made.number(name)
                    .ifPresent(
                            n -> {
                                values.put(name, texts.figures().whole(n));
                                values.put(name + "Size", texts.figures().bytes(n));
                            });
        }
        return values.isEmpty()
                ? Optional.empty()
                : texts.find(step.type(), "made." + verb)
                        .map(text -> texts.of(step.type(), "made." + verb, values));
    }

    /** A note is a connector's text key, or what the system said. */
    String note(Step step, String note) {
        return texts.find(step.type(), note).orElse(note);
    }
}
