package org.ronron.plugin.nomad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Login;
import org.ronron.layout.work.Evacuation;

/**
 * What our tokens may do, as far as Nomad tells: a token may read its own policies. What is not
 * told is taken for allowed, and Nomad's own refusal says it later.
 *
 * @param seesAll false when jobs of some namespaces are hidden from the token that reads
 * @param open whether there are no ACLs, so that everybody may do everything
 */
record Rights(Login login, boolean seesAll, boolean open) {
    /** In the rules of policies, HCL or JSON; a deny in one is stronger than a write in another. */
    private static final Pattern NODE =
            Pattern.compile("\\bnode\"?\\s*:?\\s*\\{[^}]*?\\bpolicy\"?\\s*[=:]\\s*\"(\\w+)\"");

    private static final Pattern EVERY_JOB =
            Pattern.compile("\"\\*\"\\s*:?\\s*\\{[^}]*?\"(read|write|scale|read-job)\"");

    static Rights of(Calls calls) throws ConnectorException {
        Http.Answer answer = calls.read().ask(Calls.SELF);
        boolean open = answer.text().contains("ACL support disabled");
        Json.Obj reader = self(calls.read());
        Json.Obj writer = calls.read().equals(calls.writer()) ? reader : self(calls.writer());
        Optional<String> seen = rules(calls.read(), reader);
        Optional<String> done = rules(calls.writer(), writer);
        List<String> nodes =
                NODE.matcher(done.orElse("")).results().map(node -> node.group(1)).toList();
        boolean may = done.isEmpty() || nodes.contains("write") && !nodes.contains("deny");
        boolean excessive = management(reader) || management(writer);
        return new Rights(
                new Login(reader.word("Name"), may ? Set.of() : Evacuation.CHANGING, excessive),
                seen.isEmpty() || EVERY_JOB.matcher(seen.get()).find(),
                open);
    }

    private static Json.Obj self(JsonCalls calls) throws ConnectorException {
        Http.Answer answer = calls.ask(Calls.SELF);
        return answer.status() == 200 ? calls.body(answer) : Json.obj();
    }

    private static boolean management(Json.Obj self) {
        return self.word("Type").equals("management");
    }

    /** All rules of a token's policies; empty when they are not told. */
    private static Optional<String> rules(JsonCalls calls, Json.Obj self)
            throws ConnectorException {
        List<String> policies = new ArrayList<>(self.texts("Policies"));
        self.text("AccessorID").filter("anonymous"::equals).ifPresent(policies::add);
        boolean told = self.word("Type").equals("client") && self.objects("Roles").isEmpty();
        StringBuilder rules = new StringBuilder();
        for (String policy : policies) {
            Http.Answer one = calls.ask("/v1/acl/policy/" + policy);
            told = told && one.status() == 200;
            rules.append(told ? calls.body(one).word("Rules") : "").append('\n');
        }
        return told ? Optional.of(rules.toString()) : Optional.empty();
    }
}
