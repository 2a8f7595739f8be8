package org.ronron.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.EndpointView;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Mark;

/** What the top bar says of the systems: how many answer, how old it is, whether we may write. */
record StatusWords(Texts texts) {
    /** Empty when no collective is open. */
    Optional<String> systems(DeskState state, Instant now) {
        return state.collective().map(c -> systems(c, now));
    }

    private String systems(Collective collective, Instant now) {
        List<EndpointView> all = collective.endpoints();
        if (collective.kind().equals("sample")) {
            return texts.get("top.status.sample");
        }
        if (all.isEmpty()) {
            return texts.get("top.status.noSystems");
        }
        long fine = all.stream().filter(e -> e.state() == EndpointView.State.FINE).count();
        String of =
                texts.get(
                        texts.one(fine) ? "top.status.system" : "top.status.systems",
                        "fine",
                        texts.figures().whole(fine),
                        "all",
                        texts.figures().whole(all.size()));
        return oldest(all).map(t -> of + ", " + texts.figures().age(t, now)).orElse(of);
    }

    /** The age of a picture is the age of its oldest part that still answers. */
    private static Optional<Instant> oldest(List<EndpointView> all) {
        return all.stream()
                .filter(e -> e.state() == EndpointView.State.FINE)
                .flatMap(e -> e.answered().stream())
                .min(Comparator.naturalOrder());
    }

    Mark mark(DeskState state) {
        List<EndpointView> all = state.collective().map(Collective::endpoints).orElse(List.of());
        if (all.stream().anyMatch(e -> e.state() == EndpointView.State.STOPPED)) {
            return Mark.WRONG;
        }
        if (all.stream().anyMatch(e -> e.state() == EndpointView.State.ASKING)) {
            return Mark.ATTENTION;
        }
        if (all.stream()
                .anyMatch(
                        e ->
                                e.state() == EndpointView.State.SILENT
                                        || e.state() == EndpointView.State.LOCKED)) {
            return Mark.UNKNOWN;
        }
        boolean asked = all.stream().anyMatch(e -> e.state() == EndpointView.State.FINE);
        return asked ? Mark.FINE : Mark.TODO;
    }

    /** How long writing is still permitted somewhere; empty when everything is read-only. */
    static Optional<Duration> writing(DeskState state, Instant now) {
        return state.collective().stream()
                .flatMap(c -> c.endpoints().stream())
                .flatMap(e -> e.writableUntil().stream())
                .map(until -> Duration.between(now, until))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder());
    }

    String writingWords(Optional<Duration> left) {
        return left.map(d -> texts.get("top.status.writing", "left", minutes(d)))
                .orElseGet(() -> texts.get("top.status.readOnly"));
    }

    /** Rounded up, so that the last minute is not "0". */
    private String minutes(Duration left) {
        long whole = (left.toSeconds() + 59) / 60;
        return texts.get("age.min", "n", texts.figures().whole(whole));
    }
}
