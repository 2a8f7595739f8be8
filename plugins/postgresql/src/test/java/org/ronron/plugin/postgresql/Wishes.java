package org.ronron.plugin.postgresql;

import java.util.List;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;

/** Actions of plans, as blueprints make them. */
final class Wishes {
    static final String MARK = "k3v9qx";
    static final String MADE = "made/01plan/database-password";

    /** What Ronron made for the role; looked for wherever it must not be. */
    static final String PASSWORD = "hKq7TzWn4RbXvYc2mJd9LpFs8gQe3uAt";

    private Wishes() {}

    static Action makeRole(String name) {
        return makeRole(name, MARK);
    }

    static Action makeRole(String name, String mark) {
        MadeSecret password =
                MadeSecret.of("01plan", "database-password", MadeSecret.Kind.PASSWORD);
        return new Action(
                "e1",
                "role.create",
                Json.obj().with("role", name).with("mark", mark).with("password", password.json()));
    }

    static Action makeDatabase(String name) {
        return makeDatabase(name, MARK);
    }

    static Action makeDatabase(String name, String mark) {
        return new Action(
                "e1",
                "database.create",
                Json.obj().with("database", name).with("owner", name).with("mark", mark));
    }

    static Action removeRole(String name) {
        return new Action("e1", "role.remove", Json.obj().with("role", name).with("mark", MARK));
    }

    static Action removeDatabase(String name, boolean saved) {
        return new Action(
                "e1",
                "database.remove",
                Json.obj()
                        .with("database", name)
                        .with("owner", name)
                        .with("mark", MARK)
                        .with("saved", Json.of(saved)));
    }

    /** All of a space's life, in an order in which each can be done once the one before is. */
    static List<Action> life(String name) {
        return List.of(
                makeRole(name), makeDatabase(name), removeDatabase(name, false), removeRole(name));
    }
}
