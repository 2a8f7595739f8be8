package org.ronron.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.ronron.core.model.Facts.NOW;
import static org.ronron.core.model.Facts.sized;
import static org.ronron.core.model.Facts.workload;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronron.api.WorkloadFact;

/** The next picture is what it would be without the one before, and says what is the very same. */
class NextPictureTest {
    private static final Instant LATER = NOW.plusSeconds(30);

    private static Heard said(Instant at, WorkloadFact... runs) {
        return Facts.heard(
                "nomad",
                "n",
                at,
                List.of(sized("onion", 8_000, 4_000), sized("abricot", 8_000, 4_000)),
                List.of(runs),
                List.of(),
                List.of());
    }

    private static Collective after(Collective before, Heard heard) {
        return CollectiveBuilder.after(
                before.nodes(), Facts.OWN, List.of(heard), Edits.NONE, LATER, Facts.POLL);
    }

    private static Collective alone(Heard heard) {
        return CollectiveBuilder.build(Facts.OWN, List.of(heard), Edits.NONE, LATER, Facts.POLL);
    }

    private static List<Workload> runs(Collective of, String name) {
        return of.nodes().stream()
                .filter(n -> n.name().equals(name))
                .findFirst()
                .orElseThrow()
                .workloads();
    }

    @Test
    void onlyWhereAServiceIsAnotherIsTheListAnother() {
        WorkloadFact mail = workload("mail", "onion", 100);
        Collective before = Facts.build(said(NOW, mail, workload("web", "abricot", 200)));
        Heard now = said(LATER, mail, workload("web", "abricot", 300));
        Collective next = after(before, now);
        assertEquals(alone(now), next);
        assertSame(runs(before, "onion"), runs(next, "onion"));
        assertNotSame(runs(before, "abricot"), runs(next, "abricot"));
        assertEquals(LATER, next.nodes().getFirst().seen().orElseThrow(), "it was seen since");
    }

    @Test
    void whatHasGoneElsewhereDoesNotStay() {
        WorkloadFact mail = workload("mail", "onion", 100);
        Collective before = Facts.build(said(NOW, mail));
        Heard now = said(LATER, workload("mail", "abricot", 100));
        Collective next = after(before, now);
        assertEquals(alone(now), next);
        assertEquals(List.of(), runs(next, "onion"));
    }
}
