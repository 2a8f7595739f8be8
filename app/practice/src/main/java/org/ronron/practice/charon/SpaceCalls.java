package org.ronron.practice.charon;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ronron.api.Json;

/** What is answered of spaces. */
record SpaceCalls(Shelf shelf) {
    private static final Set<String> TYPES = Set.of("change_office", "delete_space");

    Said get(Call call) {
        if (!call.at(1).isEmpty()) {
            return shelf.space(call.at(1))
                    .map(space -> Said.ok(shelf.shown(space, space.word("subdomain"))))
                    .orElseGet(() -> Said.missing(call.at(1)));
        }
        String q = call.asked("q").toLowerCase(Locale.ROOT);
        List<Json.Obj> rows =
                shelf.spaces.values().stream()
                        .filter(
                                s ->
                                        call.asked("state").isEmpty()
                                                || s.word("state").equals(call.asked("state")))
                        .filter(s -> (s.word("subdomain") + s.word("organisation")).contains(q))
                        .toList();
        return Pages.of(rows, call);
    }

    Said post(Call call) {
        Json.Obj space = shelf.space(call.at(1)).orElse(Json.obj());
        if (space.members().isEmpty()) {
            return Said.missing(call.at(1));
        }
        return switch (call.at(2)) {
            case "claim" -> claim(call, space);
            case "office" ->
                    call.text("suite").matches("collabora|onlyoffice")
                            ? queued(call, space, "change_office", "changing_office")
                            : Said.invalid(422, "suite", "collabora or onlyoffice");
            case "delete" ->
                    call.text("confirm").equals(space.word("subdomain"))
                            ? queued(call, space, "delete_space", "deleting")
                            : Said.invalid(422, "confirm", "the subdomain, typed again");
            default -> Said.missing(call.at(2));
        };
    }

    private Said claim(Call call, Json.Obj space) {
        if (call.key().isEmpty()) {
            return Said.invalid(400, "Idempotency-Key", "missing");
        }
        Json.Obj held = space.object("claim");
        if (held.word("key").equals(call.key()) && !held.members().isEmpty()) {
            return Said.ok(shelf.shown(space, space.word("subdomain")));
        }
        if (!held.members().isEmpty()) {
            return Said.error(
                    409,
                    Said.error("claimed", "somebody works on it")
                            .with("by", held.at("by"))
                            .with("until", held.at("until")));
        }
        String type = call.text("type");
        if (!TYPES.contains(type)) {
            return Said.invalid(422, "type", "change_office or delete_space");
        }
        if (!space.word("state").equals("active")) {
            return RequestCalls.stands(409, "decided", space);
        }
        String name = space.word("subdomain");
        Json.Obj task = shelf.task(type, name, true, "active").with("suite", call.text("suite"));
        String state = type.equals("change_office") ? "changing_office" : "deleting";
        shelf.claim(space.with("state", state), task, call);
        return Said.ok(shelf.shown(shelf.space(name).orElse(space), name));
    }

    private Said queued(Call call, Json.Obj space, String type, String state) {
        if (!space.word("state").equals("active")) {
            return RequestCalls.stands(409, "decided", space);
        }
        String name = space.word("subdomain");
        Json.Obj task =
                shelf.task(type, name, true, "active")
                        .with("suite", call.text("suite"))
                        .with("state", "queued");
        shelf.tasks.put(task.word("id"), task);
        shelf.spaces.put(name, space.with("state", state));
        return Said.taken(Shelf.shown(task));
    }
}
