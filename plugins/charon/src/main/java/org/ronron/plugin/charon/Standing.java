package org.ronron.plugin.charon;

import java.time.Instant;
import org.ronron.api.Json;
import org.ronron.api.Plain;
import org.ronron.api.RequestFact;

/**
 * How a request or a space stands, and by whom.
 *
 * @param by who claimed it, else who decided last
 */
record Standing(Json.Obj item, Json.Obj by) {
    static Standing of(Json.Obj item) {
        return new Standing(
                item, item.object(item.at("claim") instanceof Json.Obj ? "claim" : "settled"));
    }

    /** In the source's own word. */
    String state() {
        return Plain.word(item.word("state"));
    }

    String version() {
        return item.number("version").map(v -> "" + v).orElse("");
    }

    String who() {
        return Plain.word(by.word("by"));
    }

    String time(String member) {
        return Plain.time(by.word(member)).map(Instant::toString).orElse("");
    }

    Json.Obj task() {
        return item.object("task");
    }

    /** What stands there, in one line. */
    String words() {
        String task = task().word("state") + " " + task().word("message");
        return Plain.word(state() + " " + who() + " " + time("at") + " " + task);
    }

    /** Whether anybody is at work on it. */
    boolean held() {
        return !item.object("claim").members().isEmpty();
    }

    boolean heldBy(String us) {
        return item.object("claim").word("worker").equals(us);
    }

    /** Whether it can be taken up: nobody decided, and nobody works on it. */
    boolean free() {
        RequestFact.State known = RequestRow.state(state());
        boolean waits = known == RequestFact.State.PENDING || known == RequestFact.State.ASIDE;
        boolean space = item.at("subdomain") instanceof Json.Str;
        return !held() && (space ? state().equals("active") : waits);
    }

    /** Whether its task is this worker's, and ended well. */
    boolean doneBy(String us) {
        return task().word("worker").equals(us) && task().word("state").equals("done");
    }

    /** Whether the call of this key was the last to decide. */
    boolean decided(String key) {
        return item.object("settled").word("key").equals(key);
    }

    /** Whether the note of this key is there. */
    boolean noted(String key) {
        return item.objects("notes").stream().anyMatch(note -> note.word("key").equals(key));
    }
}
