package org.ronron.practice.charon;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/** Requests, spaces and tasks, and what time does to leases. Its owner holds the lock. */
final class Shelf {
    private final InstantSource clock;
    final Map<String, Json.Obj> requests = new LinkedHashMap<>();
    final Map<String, Json.Obj> spaces = new LinkedHashMap<>();

    /** Each with {@code of} (request id, or the space's subdomain) beside what is shown of it. */
    final Map<String, Json.Obj> tasks = new LinkedHashMap<>();

    private int next = 500;

    Shelf(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String id(String prefix) {
        return prefix + next++;
    }

    /**
     * Leases that are over: of a claim, the item is as it was; of a queued task, it waits again.
     */
    void lapse() {
        for (Json.Obj task : List.copyOf(tasks.values())) {
            boolean over =
                    task.word("state").equals("claimed")
                            && !Instant.parse(task.word("until")).isAfter(now());
            if (over && task.bool("ours").orElse(false)) {
                tasks.put(task.word("id"), task.with("state", "lapsed"));
                unclaim(task);
            } else if (over) {
                long attempt = task.number("attempt").orElse(1L) + 1;
                tasks.put(
                        task.word("id"),
                        task.with("state", "queued").with("worker", "").with("attempt", attempt));
            }
        }
    }

    /** What a claim has put on its item goes, and the state from before is back. */
    void unclaim(Json.Obj task) {
        Map<String, Json.Obj> shelf = shelf(task);
        Json.Obj item = shelf.getOrDefault(task.word("of"), Json.obj());
        if (item.object("claim").word("worker").equals(task.word("worker"))) {
            shelf.put(task.word("of"), without(item, "claim").with("state", task.word("was")));
        }
    }

    Map<String, Json.Obj> shelf(Json.Obj task) {
        return task.bool("space").orElse(false) ? spaces : requests;
    }

    static Json.Obj without(Json.Obj of, String member) {
        Map<String, Json> members = new LinkedHashMap<>(of.members());
        members.remove(member);
        return new Json.Obj(members);
    }

    Optional<Json.Obj> space(String idOrName) {
        return Optional.ofNullable(spaces.get(idOrName))
                .or(
                        () ->
                                spaces.values().stream()
                                        .filter(s -> s.word("id").equals(idOrName))
                                        .findFirst());
    }

    /** By its id, or by what was claimed and the mark; the latest of these. */
    Optional<Json.Obj> task(String named) {
        if (tasks.containsKey(named)) {
            return Optional.of(tasks.getOrDefault(named, Json.obj()));
        }
        List<Json.Obj> found = new ArrayList<>();
        for (Json.Obj task : tasks.values()) {
            String mark = task.word("worker").replaceFirst("^.*/", "");
            if (task.bool("ours").orElse(false) && named.equals(task.word("of") + "." + mark)) {
                found.add(task);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** As it is shown, with its latest task. */
    Json.Obj shown(Json.Obj item, String of) {
        Json.Obj shown = item;
        for (Json.Obj task : tasks.values()) {
            if (task.word("of").equals(of)) {
                shown = shown.with("task", shown(task));
            }
        }
        return shown;
    }

    static Json.Obj shown(Json.Obj task) {
        Json.Obj shown = task;
        for (String own : List.of("ours", "space", "was")) {
            shown = without(shown, own);
        }
        return shown;
    }

    boolean taken(String subdomain) {
        return space(subdomain).filter(s -> !s.word("state").equals("deleted")).isPresent();
    }

    Json.Obj task(String type, String of, boolean ofSpace, String was) {
        return Json.obj()
                .with("id", id("t_"))
                .with("type", type)
                .with("of", of)
                .with("space", Json.of(ofSpace))
                .with("was", was)
                .with("attempt", 1)
                .with("message", "")
                .with("worker", "");
    }

    /** A claim of an item, with the task that comes of it. */
    Json.Obj claim(Json.Obj item, Json.Obj task, Call call) {
        String until = "" + now().plusSeconds(call.body().number("lease_s").orElse(900L));
        Json.Obj claimed =
                task.with("state", "claimed")
                        .with("ours", Json.of(true))
                        .with("worker", call.text("worker"))
                        .with("key", call.key())
                        .with("until", until);
        tasks.put(task.word("id"), claimed);
        Json.Obj claim =
                Json.obj()
                        .with("by", call.text("by"))
                        .with("worker", call.text("worker"))
                        .with("key", call.key())
                        .with("at", "" + now())
                        .with("until", until);
        shelf(task).put(task.word("of"), item.with("claim", claim));
        return claimed;
    }

    Json.Obj settled(String by, String text, String key) {
        return Json.obj().with("by", by).with("at", "" + now()).with("text", text).with("key", key);
    }

    /** The same at its next version. */
    static Json.Obj on(Json.Obj request) {
        return request.with("version", request.number("version").orElse(0L) + 1);
    }

    /** A new space's record. */
    Json.Obj record(String subdomain, String state, Json.Obj request, String office) {
        Json.Obj space =
                Json.obj()
                        .with("id", id("s_"))
                        .with("subdomain", subdomain)
                        .with("state", state)
                        .with("organisation", request.object("organisation").word("name"))
                        .with("office", office)
                        .with("accounts", 50)
                        .with("maintenance", Json.of(false));
        spaces.put(subdomain, space);
        return space;
    }
}
