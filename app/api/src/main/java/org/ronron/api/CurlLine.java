package org.ronron.api;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes a call as a line for a POSIX shell. */
final class CurlLine {
    /** Marks the place of a secret until the quotes stand; no text of others holds it. */
    private static final String SECRET = "\uffff";

    private CurlLine() {}

    static String of(Http.Call call, URI base, Auth auth) {
        StringJoiner line = new StringJoiner(" ").add("curl -X").add(call.method());
        switch (auth) {
            case Auth.None ignored -> {}
            case Auth.Bearer bearer ->
                    line.add("-H \"Authorization: Bearer $" + bearer.secretKey() + "\"");
            case Auth.Header header ->
                    line.add("-H \"" + header.header() + ": $" + header.secretKey() + "\"");
        }
        call.headers().forEach((name, value) -> line.add("-H " + quote(name + ": " + value)));
        call.body()
                .ifPresent(
                        body ->
                                line.add("-H 'Content-Type: application/json' --data")
                                        .add(named(quote(json(body)))));
        return line.add(quote(base.resolve(call.path()).toString())).toString();
    }

    private static String named(String quoted) {
        return Pattern.compile(SECRET + "([A-Za-z0-9_-]+)" + SECRET)
                .matcher(quoted)
                .replaceAll(m -> "'\"\\$" + m.group(1).replace('-', '_') + "\"'");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A secret that Ronron made shows as a variable of the shell, outside of the quotes. */
    private static String json(Json value) {
        Optional<MadeSecret> made = MadeSecret.of(value);
        if (made.isPresent()) {
            return "\"" + SECRET + made.get().label() + SECRET + "\"";
        }
        return switch (value) {
            case Json.Obj object -> {
                StringJoiner members = new StringJoiner(",", "{", "}");
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    members.add(text(member.getKey()) + ":" + json(member.getValue()));
                }
                yield members.toString();
            }
            case Json.Arr array -> {
                StringJoiner items = new StringJoiner(",", "[", "]");
                array.items().forEach(item -> items.add(json(item)));
                yield items.toString();
            }
            case Json.Str string -> text(string.value());
            case Json.Num number -> number.value().toString();
            case Json.Bool bool -> Boolean.toString(bool.value());
            case Json.Null ignored -> "null";
        };
    }

    /** RFC 8259, section 7: quotes, backslashes and control characters are escaped. */
    private static String text(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\uffff') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
