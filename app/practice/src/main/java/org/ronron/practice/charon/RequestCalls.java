package org.ronron.practice.charon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ronron.api.Json;

/** What is answered of requests. */
record RequestCalls(Shelf shelf) {
    private static final Set<String> WAITING = Set.of("pending", "asked", "aside");
    private static final Set<String> DECIDED = Set.of("accepted", "rejected", "withdrawn");
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    Said get(Call call) {
        if (call.at(1).isEmpty()) {
            List<Json.Obj> rows = new ArrayList<>();
            for (Json.Obj request : shelf.requests.values()) {
                if (asked(call, request)) {
                    rows.add(shown(request));
                }
            }
            return Pages.of(rows, call);
        }
        Json.Obj request = shelf.requests.get(call.at(1));
        return request == null
                ? Said.missing(call.at(1))
                : Said.ok(shown(request)).with("ETag", "\"" + version(request) + "\"");
    }

    private Json.Obj shown(Json.Obj request) {
        return shelf.shown(request, request.word("id"));
    }

    private static boolean asked(Call call, Json.Obj request) {
        String state = request.word("state");
        String since = call.asked("since");
        boolean late = request.object("settled").word("at").compareTo(since) >= 0;
        return (call.asked("state").isEmpty() || call.asked("state").equals(state))
                && (since.isEmpty() || !DECIDED.contains(state) || late);
    }

    private static long version(Json.Obj request) {
        return request.number("version").orElse(0L);
    }

    Said post(Call call) {
        Json.Obj request = shelf.requests.get(call.at(1));
        if (request == null) {
            return Said.missing(call.at(1));
        }
        String what = call.at(2);
        if (!Set.of("claim", "accept", "reject", "ask", "aside", "notes").contains(what)) {
            return Said.missing(what);
        }
        if (call.key().isEmpty()) {
            return Said.invalid(400, "Idempotency-Key", "missing");
        }
        if (what.equals("notes")) {
            return note(call, request);
        }
        if (call.match().isEmpty()) {
            return Said.invalid(400, "If-Match", "missing, or no version");
        }
        boolean again = what.equals("claim") ? claimed(request, call) : decided(request, call);
        if (again) {
            return what.equals("accept") ? Said.taken(whole(request)) : Said.ok(whole(request));
        }
        if (request.word("state").equals("claimed")) {
            Json.Obj claim = request.object("claim");
            return Said.error(
                    409,
                    Said.error("claimed", "somebody works on it")
                            .with("by", claim.at("by"))
                            .with("at", claim.at("at"))
                            .with("until", claim.at("until"))
                            .with("state", "claimed"));
        }
        if (call.match().get() != version(request)) {
            return stands(412, "changed", request);
        }
        return WAITING.contains(request.word("state"))
                ? decide(what, call, request)
                : stands(409, "decided", request);
    }

    static Said stands(int status, String code, Json.Obj item) {
        Json.Obj by = item.object("settled");
        String said = by.word("by") + " " + by.word("at") + ": " + item.word("state");
        return Said.error(
                status,
                Said.error(code, said)
                        .with("by", by.word("by"))
                        .with("at", by.word("at"))
                        .with("state", item.word("state")));
    }

    private static boolean claimed(Json.Obj request, Call call) {
        return request.object("claim").word("key").equals(call.key());
    }

    private static boolean decided(Json.Obj request, Call call) {
        return request.object("settled").word("key").equals(call.key());
    }

    private Said decide(String what, Call call, Json.Obj request) {
        return switch (what) {
            case "claim" -> claim(call, request);
            case "accept" -> accept(call, request);
            case "reject" ->
                    call.text("reason").isBlank()
                            ? Said.invalid(422, "reason", "missing")
                            : settle(call, request, "rejected", call.text("reason"));
            default ->
                    call.text("text").isBlank()
                            ? Said.invalid(422, "text", "missing")
                            : settle(
                                    call,
                                    request,
                                    what.equals("ask") ? "asked" : "aside",
                                    call.text("text"));
        };
    }

    private Said settle(Call call, Json.Obj request, String state, String text) {
        Json.Obj settled = shelf.settled(call.text("by"), text, call.key());
        Json.Obj next = Shelf.on(request).with("state", state).with("settled", settled);
        shelf.requests.put(next.word("id"), next);
        return Said.ok(next);
    }

    private Said note(Call call, Json.Obj request) {
        if (call.text("text").isBlank()) {
            return Said.invalid(422, "text", "missing");
        }
        List<Json> notes = new ArrayList<>(request.objects("notes"));
        boolean there =
                request.objects("notes").stream().anyMatch(n -> n.word("key").equals(call.key()));
        if (!there) {
            notes.add(shelf.settled(call.text("by"), call.text("text"), call.key()));
        }
        Json.Obj next = request.with("notes", Json.arr(notes));
        shelf.requests.put(next.word("id"), next);
        return Said.ok(next);
    }

    private Said claim(Call call, Json.Obj request) {
        if (!call.text("worker").matches("[a-z0-9-]{1,40}/[a-z0-9]{1,32}")) {
            return Said.invalid(422, "worker", "a name, a slash, a mark");
        }
        String was = request.word("state");
        Json.Obj task = shelf.task("create_space", request.word("id"), false, was);
        shelf.claim(request.with("state", "claimed"), task, call);
        return Said.ok(whole(shelf.requests.getOrDefault(request.word("id"), request)));
    }

    private Said accept(Call call, Json.Obj request) {
        String name = call.text("subdomain");
        if (!name.matches(NAME)) {
            return Said.invalid(422, "subdomain", "no name");
        }
        if (shelf.taken(name)) {
            return taken(name);
        }
        Json.Obj next = accepted(request, call.text("by"), call.key(), name, call.text("office"));
        Json.Obj task = shelf.task("create_space", next.word("id"), false, "accepted");
        shelf.tasks.put(
                task.word("id"),
                task.with("state", "queued").with("key", call.key()).with("subdomain", name));
        Json.Obj space = shelf.record(name, "creating", next, call.text("office"));
        return Said.taken(whole(next).with("space", space));
    }

    static Said taken(String name) {
        return Said.error(409, Said.error("conflict", name).with("field", "subdomain"));
    }

    private Json.Obj accepted(Json.Obj request, String by, String key, String name, String office) {
        Json.Obj space = request.object("space").with("subdomain", name).with("office", office);
        Json.Obj next =
                Shelf.without(Shelf.on(request), "claim")
                        .with("state", "accepted")
                        .with("space", space)
                        .with("settled", shelf.settled(by, "", key));
        shelf.requests.put(next.word("id"), next);
        return next;
    }

    private Json.Obj whole(Json.Obj request) {
        Json.Obj shown = shown(request);
        return Json.obj().with("request", shown).with("task", shown.at("task"));
    }

    /** The end of a claim by which the worker has made the space itself. */
    Said made(Json.Obj task, Call call) {
        Json.Obj request = shelf.requests.getOrDefault(task.word("of"), Json.obj());
        String name = call.text("subdomain");
        if (!name.matches(NAME)) {
            return Said.invalid(422, "subdomain", "no name");
        }
        if (shelf.taken(name)) {
            return taken(name);
        }
        String by = request.object("claim").word("by");
        Json.Obj next = accepted(request, by, task.word("key"), name, call.text("office"));
        shelf.record(name, "active", next, call.text("office"));
        shelf.tasks.put(task.word("id"), task.with("state", "done"));
        return Said.ok(whole(next));
    }
}
