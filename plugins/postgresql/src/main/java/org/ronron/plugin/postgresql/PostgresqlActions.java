package org.ronron.plugin.postgresql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PasswordUtil;
import org.ronron.api.Action;
import org.ronron.api.ActionSpec;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Host;
import org.ronron.api.Json;
import org.ronron.api.MadeSecret;
import org.ronron.api.Progress;
import org.ronron.api.StepClass;

/**
 * The verbs of this connector. A role is ours by its comment, set in the transaction that makes it;
 * a database by its owner, which is a role that is ours.
 */
record PostgresqlActions(Server server, Host host) implements Actions {
    @Override
    public ActionSpec describe(Action action) {
        Wish wish = Wish.of(action);
        Optional<MadeSecret> made = MadeSecret.of(action.arguments().at("password"));
        // as psql puts in a variable: the secret by its name
        String password = ":'" + made.map(MadeSecret::label).orElse("").replace('-', '_') + "'";
        String call = String.join(";\n", wish.statements(password)) + ";";
        return new ActionSpec(
                wish.makes() ? StepClass.PROBEABLE : StepClass.IDEMPOTENT,
                wish.aboutRole() ? "BEGIN;\n" + call + "\nCOMMIT;" : call,
                wish.comment(),
                Server.DEADLINE);
    }

    @Override
    public Json.Obj perform(Action action, Progress progress) throws ConnectorException {
        if (!host.writable()) {
            throw host.fault(CommonError.READ_ONLY, "call", action.verb());
        }
        Wish wish = Wish.of(action).check(host);
        String verifier =
                wish.verb().equals(Wish.MAKE_ROLE)
                        ? host.made(wish.password(host), PostgresqlActions::verifier)
                        : "";
        server.change(wish.mark(), wish.name(), s -> carry(s, wish, wish.statements(verifier)));
        return Json.obj();
    }

    /** What is sent and logged in place of the password (RFC 5803); it holds no quote. */
    private static String verifier(char[] password) {
        return "'" + PasswordUtil.encodeScramSha256(password.clone()) + "'";
    }

    private boolean carry(Statements on, Wish wish, List<String> statements)
            throws SQLException, ConnectorException {
        if (!wish.makes()) {
            Map<String, String> found = on.row(wish.kind(), wish.name());
            if (found.isEmpty()) {
                return false;
            }
            refuseOthers(wish, found);
            refuseData(wish);
        } else if (!wish.aboutRole()) {
            refuseOthers(wish, on.row("role", wish.owner()));
        }
        if (wish.aboutRole()) {
            on.together(statements);
        } else {
            on.between(statements);
        }
        return true;
    }

    /** Nothing is made for, or taken from, a role that does not carry our mark. */
    private void refuseOthers(Wish wish, Map<String, String> found) throws ConnectorException {
        if (!wish.owns(found)) {
            throw host.fault(PostgresqlError.NOT_OURS, "name", wish.name(), "found", words(found));
        }
    }

    private static String words(Map<String, String> found) {
        return found.isEmpty() ? "absent" : Wish.shown(String.join(", ", found.values()));
    }

    /** Asked in the database itself: no other can tell. */
    private void refuseData(Wish wish) throws ConnectorException {
        if (wish.aboutRole() || wish.saved()) {
            return;
        }
        String held = server.read(wish.name(), s -> s.row("data")).getOrDefault("held", "?");
        if (!held.equals("0")) {
            throw host.fault(PostgresqlError.HOLDS_DATA, "name", wish.name(), "found", held);
        }
    }

    @Override
    public Evidence probe(Action action) throws ConnectorException {
        Wish wish = Wish.of(action).check(host);
        return server.read(server.database(), on -> probed(on, wish));
    }

    private Evidence probed(Statements on, Wish wish) throws SQLException {
        // before the look: what ends in between is seen then
        boolean working = !on.rows("working", wish.mark()).isEmpty();
        Map<String, String> found = on.row(wish.kind(), wish.name());
        boolean as = wish.makes() != found.isEmpty();
        Verdict verdict = as ? Verdict.DONE : working ? Verdict.PENDING : Verdict.NOT_DONE;
        boolean others = !found.isEmpty() && !wish.owns(found);
        return host.evidence(others ? Verdict.NOT_OURS : verdict, words(found));
    }

    @Override
    public Optional<Action> inverse(Action action) {
        Wish wish = Wish.of(action);
        if (!wish.makes()) {
            return Optional.empty();
        }
        Json.Obj back = Json.obj().with(wish.kind(), wish.name()).with("mark", wish.mark());
        if (!wish.aboutRole()) {
            back = back.with("owner", wish.owner()).with("saved", Json.of(false));
        }
        return Optional.of(new Action(action.endpointId(), wish.kind() + ".remove", back));
    }
}
