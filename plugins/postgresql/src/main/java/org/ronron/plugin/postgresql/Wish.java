package org.ronron.plugin.postgresql;

import java.util.List;
import java.util.Map;
import org.ronron.api.Action;
import org.ronron.api.ConnectorException;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/** What an action asks for, as it was given: looked at by {@link #check} only. */
record Wish(String verb, Json.Obj arguments) {
    static final String MAKE_ROLE = "role.create";

    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?";

    /**
     * @throws IllegalArgumentException for a verb that is not ours
     */
    static Wish of(Action action) {
        if (!action.verb().matches("(role|database)\\.(create|remove)")) {
            throw new IllegalArgumentException(action.verb());
        }
        return new Wish(action.verb(), action.arguments());
    }

    /** Refuses what is never put into a statement, however it is quoted. */
    Wish check(Host host) throws ConnectorException {
        for (String argument : List.of(kind(), aboutRole() ? "role" : "owner", "mark")) {
            if (!arguments.word(argument).matches(NAME)) {
                throw invalid(host, argument);
            }
        }
        return this;
    }

    private ConnectorException invalid(Host host, String argument) {
        String given = shown(arguments.word(argument));
        return host.fault(PostgresqlError.INVALID, "argument", argument, "given", given);
    }

    MadeSecret password(Host host) throws ConnectorException {
        return MadeSecret.of(arguments.at("password")).orElseThrow(() -> invalid(host, "password"));
    }

    boolean makes() {
        return verb.endsWith(".create");
    }

    /** {@code role} or {@code database}. */
    String kind() {
        return verb.replaceFirst("\\..*", "");
    }

    String name() {
        return arguments.word(kind());
    }

    String mark() {
        return arguments.word("mark");
    }

    /** The role whose comment says whether it is ours. */
    String owner() {
        return arguments.word(aboutRole() ? "role" : "owner");
    }

    boolean aboutRole() {
        return kind().equals("role");
    }

    boolean saved() {
        return arguments.bool("saved").orElse(false);
    }

    String comment() {
        return "ronron:" + mark();
    }

    /**
     * Whether a role, or the owner of a database, is the one that was meant and carries our mark.
     */
    boolean owns(Map<String, String> found) {
        return comment().equals(found.get("comment")) && owner().equals(found.get("owner"));
    }

    /**
     * The statements, as they are sent; also readable for arguments that are never sent. A database
     * comes from the template that nobody has put anything into, and one that was saved goes with
     * the idle connections that a pooler holds to it.
     *
     * @param password as it stands in the statement
     */
    List<String> statements(String password) {
        String text =
                Statements.text(verb)
                        .replace("{name}", quoted(name()))
                        .replace("{owner}", quoted(owner()))
                        .replace("{comment}", "'" + shown(comment()).replace("'", "''") + "'")
                        .replace("{password}", password)
                        .replace("{force}", saved() ? " WITH (FORCE)" : "");
        return List.of(text.strip().split(";\n|;$"));
    }

    /** As an identifier; double quotes are doubled (PostgreSQL 15, 4.1.1). */
    static String quoted(String name) {
        return "\"" + shown(name).replace("\"", "\"\"") + "\"";
    }

    /** Fit to be read: cut, and without what has no shape of its own. */
    static String shown(String name) {
        String cut = name.length() <= 80 ? name : name.substring(0, 80) + "…";
        return cut.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
    }
}
