package org.ronron.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.RequestFact;

/** Gathers requests from their sources and from what was typed in here. Pure. */
public final class RequestBook {
    private RequestBook() {}

    /** All requests, the oldest of those that wait first, then the others, the newest first. */
    public static List<Request> requests(Collection<Heard> heard, Edits edits) {
        List<Request> all = new ArrayList<>();
        for (Heard h : heard) {
            for (RequestFact fact : h.last().map(Observation::requests).orElse(List.of())) {
                RequestRef ref = new RequestRef(h.row().id(), fact.key());
                all.add(new Request(ref, h.row().name(), fact));
            }
        }
        edits.of(Edits.REQUEST)
                .forEach(
                        (key, edit) -> {
                            if (!edit.bool("gone").orElse(false)) {
                                all.add(byHand(key, edit));
                            }
                        });
        Comparator<Request> age = Comparator.comparing(r -> r.fact().submitted());
        List<Request> sorted =
                new ArrayList<>(all.stream().filter(RequestBook::waits).sorted(age).toList());
        all.stream().filter(r -> !waits(r)).sorted(age.reversed()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    private static boolean waits(Request request) {
        return request.fact().waits() || request.fact().state() == RequestFact.State.CLAIMED;
    }

    private static Request byHand(String key, Json.Obj edit) {
        RequestFact fact = SpaceJson.request(edit.with("key", key));
        return new Request(new RequestRef("", key), "", fact);
    }

    /** A request that was typed in here, as the edit that keeps it. */
    public static Json.Obj write(RequestFact fact) {
        return SpaceJson.request(fact);
    }

    /** The same, decided. */
    public static Json.Obj settled(
            Json.Obj edit, RequestFact.State state, String who, Instant at, String text) {
        return edit.with("state", state.name())
                .with(
                        "settled",
                        Json.obj().with("by", who).with("at", at.toEpochMilli()).with("text", text))
                .with("contact", Json.obj());
    }
}
