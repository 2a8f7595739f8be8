package org.ronron.core.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronron.api.CommonError;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Evidence;
import org.ronron.api.Fault;
import org.ronron.api.Json;
import org.ronron.api.Severity;
import org.ronron.core.port.OwnError;

/** Faults and evidence as they stand in the bodies of journal events, format 1. */
final class Bodies {
    /** An error of a connector, known from the journal only. */
    private record JournaledCode(String id, Severity severity) implements ErrorCode {}

    private static final Map<String, ErrorCode> CODES = codes();

    private Bodies() {}

    private static Map<String, ErrorCode> codes() {
        Map<String, ErrorCode> codes = new HashMap<>();
        Stream.<ErrorCode>concat(Stream.of(CommonError.values()), Stream.of(OwnError.values()))
                .forEach(code -> codes.put(code.id(), code));
        return Map.copyOf(codes);
    }

    static Json.Obj with(Json.Obj body, Fault fault) {
        Json.Obj details = Json.obj();
        for (Map.Entry<String, String> detail : fault.details().entrySet()) {
            details = details.with(detail.getKey(), detail.getValue());
        }
        return body.with(
                "fault",
                Json.obj()
                        .with("code", fault.code().id())
                        .with("severity", fault.code().severity().name())
                        .with("endpoint", fault.endpoint())
                        .with("effect", fault.effect().name())
                        .with("details", details));
    }

    static Json.Obj with(Json.Obj body, Evidence evidence) {
        return body.with("evidence", write(evidence));
    }

    static Json.Obj write(Evidence evidence) {
        return Json.obj()
                .with("verdict", evidence.verdict().name())
                .with("found", evidence.found())
                .with("at", evidence.at().toString());
    }

    static Optional<Fault> fault(Json.Obj body) {
        Json.Obj json = body.object("fault");
        return json.text("code").map(code -> fault(code, json));
    }

    private static Fault fault(String id, Json.Obj json) {
        Map<String, String> details = new HashMap<>();
        Json.Obj said = json.object("details");
        said.members().keySet().forEach(k -> said.text(k).ifPresent(v -> details.put(k, v)));
        ErrorCode known = CODES.get(id);
        ErrorCode code =
                known != null
                        ? known
                        : new JournaledCode(
                                id, name(Severity.values(), json, "severity", Severity.ERROR));
        return new Fault(
                code,
                json.text("endpoint").orElse(""),
                name(Effect.values(), json, "effect", Effect.UNKNOWN),
                details);
    }

    static Optional<Evidence> evidence(Json.Obj body) {
        Json.Obj json = body.object("evidence");
        return json.text("at")
                .flatMap(Bodies::instant)
                .map(
                        at ->
                                new Evidence(
                                        name(
                                                Evidence.Verdict.values(),
                                                json,
                                                "verdict",
                                                Evidence.Verdict.UNKNOWN),
                                        json.text("found").orElse(""),
                                        at));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** The constant of this name; what a later version may write instead reads as the fallback. */
    static <E extends Enum<E>> E name(E[] values, Json.Obj json, String member, E fallback) {
        String name = json.text(member).orElse("");
        return Stream.of(values).filter(v -> v.name().equals(name)).findFirst().orElse(fallback);
    }
}
