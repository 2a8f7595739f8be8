package org.ronron.practice.charon;

import java.util.Map;
import org.ronron.api.Json;

/** An answer, with further headers. */
record Said(int status, Json.Obj body, Map<String, String> headers) {
    static Said ok(Json.Obj body) {
        return new Said(200, body, Map.of());
    }

    static Said taken(Json.Obj body) {
        return new Said(202, body, Map.of());
    }

    static Said error(int status, Json.Obj error) {
        return new Said(status, Json.obj().with("error", error), Map.of());
    }

    static Json.Obj error(String code, String message) {
        return Json.obj().with("code", code).with("message", message);
    }

    static Said missing(String what) {
        return error(404, error("not_found", what));
    }

    static Said invalid(int status, String field, String message) {
        return error(status, error("invalid", message).with("field", field));
    }

    Said with(String header, String value) {
        return new Said(status, body, Map.of(header, value));
    }
}
