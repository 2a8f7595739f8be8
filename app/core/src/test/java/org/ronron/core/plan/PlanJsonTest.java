package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Forecast;
import org.ronron.api.Json;
import org.ronron.api.StepClass;
import org.ronron.core.json.JsonText;
import org.ronron.core.model.RequestRef;
import org.ronron.core.port.Journal;

final class PlanJsonTest {
    private static final String[] WORDS = {
        "", "onion", "dathomir", "« é »", "\"\\", "a\nb", "\u202f", "東京", "{x}", "\uD83D\uDC31"
    };

    @Test
    void everyPlanComesBackAsItWas() throws Exception {
        for (int seed = 0; seed < 1_000; seed++) {
            Plan plan = plan(new Random(seed));
            String text = JsonText.write(PlanJson.write(plan));
            assertEquals(
                    Optional.of(plan), PlanJson.read(JsonText.readObject(text)), "seed " + seed);
            Plan again = PlanJson.read(JsonText.readObject(text)).orElseThrow();
            assertEquals(text, JsonText.write(PlanJson.write(again)), "seed " + seed);
        }
    }

    @Test
    void whatIsNoPlanIsNone() {
        Json.Obj plan = PlanJson.write(plan(new Random(7)));
        assertEquals(Optional.empty(), PlanJson.read(Json.obj()));
        assertEquals(Optional.empty(), PlanJson.read(plan.with("format", 2)));
        assertEquals(Optional.empty(), PlanJson.read(plan.with("computed", "tonight")));
        assertEquals(Optional.empty(), PlanJson.read(plan.with("cutOff", "EVERYBODY")));
        assertEquals(Optional.empty(), PlanJson.read(plan.with("id", Json.Null.NULL)));
    }

    private static Plan plan(Random random) {
        String collective = word(random);
        return new Plan(
                word(random),
                collective,
                many(random, () -> change(random)),
                words(random),
                words(random),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                IntStream.range(0, random.nextInt(5)).mapToObj(i -> step(random, i)).toList(),
                many(
                        random,
                        () ->
                                new Plan.ClusterForecast(
                                        word(random),
                                        word(random),
                                        word(random),
                                        forecast(random))),
                any(random, Plan.CutOff.values()),
                many(random, () -> word(random)),
                random.nextBoolean() ? Optional.of(word(random)) : Optional.empty(),
                many(
                        random,
                        () ->
                                new Journal.ModelEdit(
                                        collective,
                                        word(random),
                                        word(random),
                                        Json.obj().with(word(random), random.nextLong()))));
    }

    private static Change change(Random random) {
        Optional<RequestRef> ref =
                random.nextBoolean()
                        ? Optional.of(new RequestRef(word(random), word(random)))
                        : Optional.empty();
        return switch (random.nextInt(7)) {
            case 0 ->
                    new MoveNode(word(random), word(random), any(random, MoveNode.Truth.values()));
            case 1 -> new ServeNode(word(random), random.nextBoolean());
            case 2 ->
                    new MakeSpace(
                            word(random),
                            word(random),
                            word(random),
                            words(random),
                            ref,
                            word(random));
            case 3 -> new AlterSpace(word(random), word(random), word(random), words(random), ref);
            case 4 ->
                    new AnswerRequest(
                            ref.orElse(new RequestRef("", word(random))),
                            word(random),
                            word(random),
                            any(random, AnswerRequest.Answer.values()),
                            word(random),
                            random.nextBoolean());
            case 5 -> new Tell(word(random), word(random), word(random), random.nextInt(11));
            default -> new Mend(word(random), random.nextInt(9), word(random));
        };
    }

    private static Step step(Random random, int index) {
        return new Step(
                index,
                IntStream.range(0, index).boxed().filter(i -> random.nextBoolean()).toList(),
                any(random, Step.Kind.values()),
                any(random, StepClass.values()),
                word(random),
                word(random),
                words(random),
                word(random),
                random.nextBoolean()
                        ? Optional.of(
                                new Action(
                                        word(random),
                                        word(random),
                                        Json.obj()
                                                .with("n", random.nextLong())
                                                .with("list", Json.texts(List.of(word(random))))))
                        : Optional.empty(),
                word(random),
                word(random),
                Duration.ofNanos(random.nextLong()),
                word(random));
    }

    private static Forecast forecast(Random random) {
        Map<String, Integer> perNode = new TreeMap<>();
        words(random).keySet().forEach(key -> perNode.put(key, random.nextInt()));
        return new Forecast(
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                random.nextBoolean(),
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                perNode,
                many(
                        random,
                        () ->
                                new Forecast.Warning(
                                        word(random), words(random), random.nextBoolean())),
                random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty(),
                random.nextBoolean());
    }

    /** A plan of a version that named no services, and one that edited nothing. */
    @Test
    void anOlderPlanIsStillRead() {
        Map<String, Json> members = new TreeMap<>(PlanJson.write(plan(new Random(7))).members());
        members.remove("services");
        members.remove("edits");
        Plan read = PlanJson.read(new Json.Obj(members)).orElseThrow();
        assertEquals(List.of(), read.services());
        assertEquals(List.of(), read.edits());
    }

    private static <T> List<T> many(Random random, Supplier<T> one) {
        List<T> made = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            made.add(one.get());
        }
        return made;
    }

    private static Map<String, String> words(Random random) {
        Map<String, String> words = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            words.put(word(random), word(random));
        }
        return words;
    }

    private static String word(Random random) {
        return any(random, WORDS) + random.nextInt(100);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
