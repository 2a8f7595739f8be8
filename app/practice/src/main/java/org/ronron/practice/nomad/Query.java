package org.ronron.practice.nomad;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.Json;

/** The part of an address behind its question mark. */
record Query(List<String[]> pairs) {
    static Query of(URI uri) {
        List<String[]> pairs = new ArrayList<>();
        String raw = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            pairs.add(new String[] {name, URLDecoder.decode(value, StandardCharsets.UTF_8)});
        }
        return new Query(List.copyOf(pairs));
    }

    String one(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return pairs.stream().filter(p -> p[0].equals(name)).map(p -> p[1]).toList();
    }

    /**
     * Whether a row passes the filter: comparisons with {@code ==} and {@code !=}, joined by {@code
     * and} before {@code or}. More of the language is not known here.
     *
     * @throws Refusal for a member that the row does not have
     */
    boolean passes(Json.Obj row) throws Refusal {
        String filter = one("filter");
        if (filter.isEmpty()) {
            return true;
        }
        for (String either : filter.split(" or ", -1)) {
            boolean all = true;
            for (String part : either.split(" and ", -1)) {
                all &= holds(part.strip(), row);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String part, Json.Obj row) throws Refusal {
        boolean not = part.contains("!=");
        String[] sides = part.split(not ? "!=" : "==", 2);
        String member = sides[0].strip();
        String wanted = sides[1].strip().replaceAll("^\"|\"$", "");
        boolean meta = member.startsWith("Meta");
        if (!meta && !row.members().containsKey(member)) {
            throw new Refusal(
                    400,
                    "failed to read result page: error finding value in datum: /"
                            + member
                            + " at part 0: couldn't find key: struct field with name \""
                            + member
                            + "\"");
        }
        Json.Obj from = meta ? row.object("Meta") : row;
        String name =
                meta ? member.replaceFirst("^Meta(\\.|\\[\")", "").replace("\"]", "") : member;
        return from.text(name).orElse("").equals(wanted) != not;
    }

    /** What is answered instead of rows: plain text, as Nomad does. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        final int status;

        Refusal(int status, String text) {
            super(text);
            this.status = status;
        }
    }
}
