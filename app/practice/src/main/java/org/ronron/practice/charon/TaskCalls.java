package org.ronron.practice.charon;

import java.util.List;
import org.ronron.api.Json;

/** What is answered of tasks, to Hermès and to who claimed one. */
record TaskCalls(Shelf shelf, RequestCalls requests) {
    Said get(Call call) {
        if (!call.at(1).isEmpty()) {
            return shelf.task(call.at(1))
                    .map(task -> Said.ok(Shelf.shown(task)))
                    .orElseGet(() -> Said.missing(call.at(1)));
        }
        List<Json.Obj> rows =
                shelf.tasks.values().stream()
                        .filter(t -> fits(call.asked("state"), t.word("state")))
                        .filter(t -> fits(call.asked("type"), t.word("type")))
                        .map(Shelf::shown)
                        .toList();
        return Pages.of(rows, call);
    }

    private static boolean fits(String asked, String is) {
        return asked.isEmpty() || asked.equals(is);
    }

    Said post(Call call) {
        Json.Obj task = shelf.task(call.at(1)).orElse(Json.obj());
        if (task.members().isEmpty()) {
            return Said.missing(call.at(1));
        }
        if (call.text("worker").isBlank()) {
            return Said.invalid(422, "worker", "missing");
        }
        return switch (call.at(2)) {
            case "claim" -> claim(call, task);
            case "release" -> release(call, task);
            case "result" -> result(call, task);
            default -> Said.missing(call.at(2));
        };
    }

    private Said claim(Call call, Json.Obj task) {
        if (!task.word("state").equals("queued")) {
            return Said.error(
                    409,
                    Said.error("claimed", "already claimed")
                            .with("by", task.word("worker"))
                            .with("until", task.word("until")));
        }
        String until = "" + shelf.now().plusSeconds(call.body().number("lease_s").orElse(900L));
        Json.Obj next =
                task.with("state", "claimed")
                        .with("worker", call.text("worker"))
                        .with("until", until);
        shelf.tasks.put(next.word("id"), next);
        return Said.ok(Shelf.shown(next));
    }

    private Said release(Call call, Json.Obj task) {
        if (!task.word("worker").equals(call.text("worker"))) {
            return lapsed(task);
        }
        if (task.word("state").equals("done")) {
            return RequestCalls.stands(409, "decided", of(task));
        }
        if (task.word("state").equals("claimed")) {
            shelf.tasks.put(task.word("id"), task.with("state", "released"));
            shelf.unclaim(task);
        }
        return Said.ok(Shelf.shown(task));
    }

    private Said result(Call call, Json.Obj task) {
        String state = call.text("state");
        if (!state.equals("done") && !state.equals("failed")) {
            return Said.invalid(422, "state", "done or failed");
        }
        boolean holds =
                task.word("state").equals("claimed")
                        && task.word("worker").equals(call.text("worker"));
        if (!holds) {
            return task.word("state").equals("done")
                    ? RequestCalls.stands(409, "decided", of(task))
                    : lapsed(task);
        }
        boolean request = !task.bool("space").orElse(false);
        if (state.equals("done") && request && task.bool("ours").orElse(false)) {
            return requests.made(task, call);
        }
        Json.Obj next = task.with("state", state).with("message", call.text("message"));
        shelf.tasks.put(next.word("id"), next);
        String name = request ? task.word("subdomain") : task.word("of");
        Json.Obj space = shelf.spaces.getOrDefault(name, Json.obj());
        if (!space.members().isEmpty()) {
            shelf.spaces.put(name, after(Shelf.without(space, "claim"), next));
        }
        return Said.ok(Shelf.shown(next));
    }

    private static Json.Obj after(Json.Obj space, Json.Obj task) {
        if (task.word("state").equals("failed")) {
            return space.with("state", "failed").with("failed_task", task.word("id"));
        }
        return switch (task.word("type")) {
            case "delete_space" -> space.with("state", "deleted");
            case "change_office" ->
                    space.with("state", "active").with("office", task.word("suite"));
            default -> space.with("state", "active");
        };
    }

    private Json.Obj of(Json.Obj task) {
        return shelf.shelf(task).getOrDefault(task.word("of"), Json.obj());
    }

    private Said lapsed(Json.Obj task) {
        Json.Obj now = of(task).object("claim");
        return Said.error(
                409,
                Said.error("lapsed", "the lease is over")
                        .with("by", now.word("by"))
                        .with("at", now.word("at"))
                        .with("until", now.word("until")));
    }
}
