package org.ronron.plugin.charon;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronron.api.Fingerprint;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.Plain;

/**
 * What an action asks for, as the one call that would do it. Whatever stands in its arguments, this
 * makes a call to show; {@link #wrong} says whether it may be sent.
 *
 * @param maker what we call ourselves as a worker, before the mark
 */
record Wish(Verb verb, Json.Obj arguments, String maker) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern WORD = Pattern.compile("[a-z_]{0,30}");
    private static final Pattern FREE = Pattern.compile("[^\\x00]{0," + Plain.TEXT + "}");
    private static final Map<String, Pattern> RULES =
            Map.of(
                    "request", RequestRow.ID,
                    "space", NAME,
                    "name", NAME,
                    "version", Pattern.compile("[0-9]{1,18}"),
                    "mark", Pattern.compile("[a-z0-9]{1,32}"),
                    "office", WORD,
                    "suite", WORD,
                    "type", WORD,
                    "text", FREE,
                    "by", FREE);

    /**
     * Seconds: long enough for what is made in the meantime, short enough for a colleague to wait.
     */
    private static final int LEASE = 900;

    String text(String name) {
        return arguments.number(name).map(n -> "" + n).orElseGet(() -> arguments.word(name));
    }

    /** What is said to the organisation, or among colleagues. */
    private String words() {
        return text(verb == Verb.REFUSE ? "reason" : "text");
    }

    /** As the source names us. */
    String us() {
        return maker + "/" + text("mark");
    }

    private String subject() {
        return text(verb.ofSpace() ? "space" : "request");
    }

    String path() {
        return (verb.ofSpace() ? Charon.SPACES : Charon.REQUESTS) + Plain.segment(subject());
    }

    /** How the source knows the call again: the mark, or what the call says where it has none. */
    String key() {
        String said = verb.id + path() + text("version") + text("by") + words();
        return verb.given.contains("mark") ? text("mark") : Fingerprint.of(said);
    }

    /** The argument that no call may hold, or that is missing; empty when all is well. */
    Optional<String> wrong() {
        return RULES.keySet().stream()
                .sorted()
                .filter(field -> verb.given.contains(field) || !text(field).isEmpty())
                .filter(field -> !RULES.getOrDefault(field, FREE).matcher(text(field)).matches())
                .findFirst()
                .or(() -> Optional.of("reason").filter(r -> !FREE.matcher(words()).matches()));
    }

    /** The call that does it, or looks. */
    Http.Call call() {
        Json.Obj by = Json.obj().with("by", text("by"));
        Json.Obj said = by.with("text", words());
        Json.Obj no = by.with("reason", words());
        Json.Obj change = lease().with("type", text("type")).with("suite", text("suite"));
        return switch (verb) {
            case CLAIM -> claim(text("version"));
            case HAND -> decide("/accept", space().with("note", "").with(by));
            case REFUSE -> decide("/reject", no.with("notify", arguments.at("notify")));
            case ASK -> decide("/ask", said);
            case ASIDE -> decide("/aside", said);
            case NOTE -> keyed("/notes", said);
            case BEGIN -> keyed("/claim", change);
            case ACCEPT -> task("/result", done().with(space()));
            case END -> task("/result", done());
            case RELEASE, GIVE_BACK -> task("/release", Json.obj().with("worker", us()));
            case FOLLOWED -> Http.Call.get(path(), Charon.PATIENCE);
        };
    }

    /** The claim, of what stands at this version. */
    Http.Call claim(String version) {
        return matching("/claim", lease(), version);
    }

    private Json.Obj lease() {
        return Json.obj().with("worker", us()).with("by", text("by")).with("lease_s", LEASE);
    }

    private Json.Obj space() {
        return Json.obj().with("subdomain", text("name")).with("office", text("office"));
    }

    private Json.Obj done() {
        return Json.obj().with("worker", us()).with("state", "done").with("message", "");
    }

    /** The task of our claim, by its second name. */
    private Http.Call task(String what, Json.Obj body) {
        String task = Plain.segment(subject() + "." + text("mark"));
        return Http.Call.post(Charon.ROOT + "/tasks/" + task + what, body, Charon.PATIENCE);
    }

    private Http.Call decide(String what, Json.Obj body) {
        return matching(what, body, text("version"));
    }

    private Http.Call keyed(String what, Json.Obj body) {
        return Http.Call.post(path() + what, body, Charon.PATIENCE)
                .with("Idempotency-Key", Plain.segment(key()));
    }

    private Http.Call matching(String what, Json.Obj body, String version) {
        return keyed(what, body).with("If-Match", "\"" + Plain.segment(version) + "\"");
    }
}
