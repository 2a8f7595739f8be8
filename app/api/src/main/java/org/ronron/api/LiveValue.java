package org.ronron.api;

import java.util.Optional;

/**
 * A value that is read right before the call that needs it and kept nowhere: {@code {"live":
 * "email", "endpoint": "…", "request": "…"}} in an action's arguments. A connector's {@code
 * perform} is given the value in its place; {@code describe}, {@code probe} and {@code inverse} see
 * this form. What it stands for must be in no answer, evidence or fault.
 *
 * @param what {@code email} or {@code name}: of whom to write to
 * @param endpointId the source of the request; empty for one that was typed in here
 * @param request its key
 */
public record LiveValue(String what, String endpointId, String request) {
    /** As it stands in arguments. */
    public Json.Obj json() {
        return Json.obj().with("live", what).with("endpoint", endpointId).with("request", request);
    }

    /** The live value that this stands for; empty for any other value. */
    public static Optional<LiveValue> of(Json value) {
        if (!(value instanceof Json.Obj object) || object.members().size() != 3) {
            return Optional.empty();
        }
        Optional<String> endpoint = object.text("endpoint");
        Optional<String> request = object.text("request");
        return endpoint.isPresent() && request.isPresent()
                ? object.text("live").map(w -> new LiveValue(w, endpoint.get(), request.get()))
                : Optional.empty();
    }
}
