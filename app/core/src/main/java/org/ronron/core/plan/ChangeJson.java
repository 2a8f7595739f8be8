package org.ronron.core.plan;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.ronron.api.Json;
import org.ronron.core.model.RequestRef;

/** A change as data, as it stands in plans and in what is staged. */
public final class ChangeJson {
    private ChangeJson() {}

    public static Json.Obj write(Change change) {
        return switch (change) {
            case MoveNode move ->
                    Json.obj()
                            .with("node", move.nodeId())
                            .with("zone", move.zone())
                            .with("truth", move.truth().name());
            case ServeNode serve ->
                    Json.obj().with("node", serve.nodeId()).with("serves", Json.of(serve.serves()));
            case MakeSpace make ->
                    ref(Json.obj().with("make", make.name()), make.request())
                            .with("blueprint", make.blueprint())
                            .with("organisation", make.organisation())
                            .with("options", PlanJson.texts(make.options()))
                            .with("version", make.version());
            case AlterSpace alter ->
                    ref(Json.obj().with("alter", alter.name()), alter.request())
                            .with("blueprint", alter.blueprint())
                            .with("section", alter.section())
                            .with("options", PlanJson.texts(alter.options()));
            case AnswerRequest answer ->
                    ref(
                                    Json.obj().with("answer", answer.answer().name()),
                                    Optional.of(answer.request()))
                            .with("version", answer.version())
                            .with("organisation", answer.organisation())
                            .with("text", answer.text())
                            .with("tell", Json.of(answer.tell()));
            case BackUp run -> series(Json.obj().with("backup", "run"), run);
            case CheckBackup check ->
                    series(Json.obj().with("backup", "check"), check)
                            .with("point", check.point())
                            .with("data", Json.of(check.data()));
            case RestorePoint restore ->
                    series(Json.obj().with("backup", "restore"), restore)
                            .with("point", restore.point())
                            .with("destination", restore.destination());
            case Mend mend ->
                    Json.obj()
                            .with("mends", mend.operationId())
                            .with("step", mend.step())
                            .with("subject", mend.subject());
            case Tell tell ->
                    Json.obj()
                            .with("notice", tell.title())
                            .with("by", tell.endpointId())
                            .with("text", tell.text())
                            .with("priority", tell.priority());
        };
    }

    private static Json.Obj series(Json.Obj json, BackupChange of) {
        return json.with("source", of.endpointId()).with("key", of.key());
    }

    private static BackupChange backup(Json.Obj json, String what) {
        String endpoint = PlanJson.text(json, "source");
        String key = PlanJson.text(json, "key");
        return switch (what) {
            case "run" -> new BackUp(endpoint, key);
            case "check" ->
                    new CheckBackup(
                            endpoint,
                            key,
                            PlanJson.text(json, "point"),
                            json.bool("data").orElse(false));
            case "restore" ->
                    new RestorePoint(
                            endpoint,
                            key,
                            PlanJson.text(json, "point"),
                            PlanJson.text(json, "destination"));
            default -> throw new IllegalArgumentException("no such change: " + what);
        };
    }

    private static Json.Obj ref(Json.Obj json, Optional<RequestRef> ref) {
        return ref.map(r -> json.with("source", r.endpointId()).with("request", r.key()))
                .orElse(json);
    }

    /**
     * @throws NoSuchElementException when a member is missing
     * @throws IllegalArgumentException when it is of a kind that this version does not know
     */
    public static Change read(Json.Obj json) {
        if (json.text("make").isPresent()) {
            return new MakeSpace(
                    PlanJson.text(json, "blueprint"),
                    PlanJson.text(json, "make"),
                    PlanJson.text(json, "organisation"),
                    PlanJson.texts(json.object("options")),
                    ref(json),
                    PlanJson.text(json, "version"));
        }
        if (json.text("alter").isPresent()) {
            return new AlterSpace(
                    PlanJson.text(json, "alter"),
                    PlanJson.text(json, "blueprint"),
                    PlanJson.text(json, "section"),
                    PlanJson.texts(json.object("options")),
                    ref(json));
        }
        if (json.text("answer").isPresent()) {
            return new AnswerRequest(
                    ref(json).orElseThrow(),
                    PlanJson.text(json, "version"),
                    PlanJson.text(json, "organisation"),
                    AnswerRequest.Answer.valueOf(PlanJson.text(json, "answer")),
                    PlanJson.text(json, "text"),
                    json.bool("tell").orElse(false));
        }
        if (json.text("backup").isPresent()) {
            return backup(json, PlanJson.text(json, "backup"));
        }
        if (json.text("mends").isPresent()) {
            return new Mend(
                    PlanJson.text(json, "mends"),
                    PlanJson.whole(json.at("step")),
                    PlanJson.text(json, "subject"));
        }
        if (json.text("notice").isPresent()) {
            return new Tell(
                    PlanJson.text(json, "by"),
                    PlanJson.text(json, "notice"),
                    PlanJson.text(json, "text"),
                    PlanJson.whole(json.at("priority")));
        }
        return node(json);
    }

    private static Optional<RequestRef> ref(Json.Obj json) {
        return json.text("request").map(key -> new RequestRef(json.text("source").orElse(""), key));
    }

    /** As {@link #read}, of a change of one node. */
    public static NodeChange node(Json.Obj json) {
        String node = PlanJson.text(json, "node");
        return json.bool("serves").isPresent()
                ? new ServeNode(node, json.bool("serves").get())
                : new MoveNode(
                        node,
                        PlanJson.text(json, "zone"),
                        MoveNode.Truth.valueOf(PlanJson.text(json, "truth")));
    }
}
