package org.ronron.plugin.garage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ronron.api.ConnectorException;
import org.ronron.api.Grant;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;
import org.ronron.api.Login;
import org.ronron.layout.buckets.BucketVerb;

/**
 * What tokens may do: each has a scope, a list of calls by name (admin API 2.1 and later; {@code
 * GetCurrentAdminTokenInfo} tells a token its own since 2.2, and is a right like any other). The
 * token in Garage's own configuration may do everything.
 */
final class TokenScope {
    private static final String CREATE = "garage admin-token create --scope %s ronron-%s";
    private static final String INFO = "GetCurrentAdminTokenInfo";
    private static final String EVERYTHING = "*";
    private static final String READ =
            INFO
                    + ",GetClusterStatus,GetClusterHealth,GetClusterLayout,GetClusterLayoutHistory"
                    + ",GetNodeInfo,ListWorkers,ListBuckets,GetBucketInfo,ListKeys,GetKeyInfo";
    private static final String STAGE = "UpdateClusterLayout";
    private static final String APPLY = "PreviewClusterLayoutChanges,ApplyClusterLayout";

    /** With either, a token can give itself all rights: so the API's own description says. */
    private static final Set<String> BOUNDLESS =
            Set.of(EVERYTHING, "CreateAdminToken", "UpdateAdminToken");

    private TokenScope() {}

    /** As {@code garage admin-token create --help} of 2.5.0 has it. */
    static List<Grant> grants() {
        TreeSet<String> stores = new TreeSet<>();
        BucketVerb.needs().values().forEach(stores::addAll);
        String all = String.join(",", READ, STAGE, APPLY, String.join(",", stores));
        return List.of(
                new Grant(Grant.Purpose.READ, "read", CREATE.formatted(READ, "read")),
                new Grant(Grant.Purpose.WRITE, "write", CREATE.formatted(all, "write")));
    }

    private static Map<String, List<String>> needs() {
        Map<String, List<String>> needs = new TreeMap<>(BucketVerb.needs());
        needs.put(GarageActions.STAGE, List.of(STAGE));
        needs.put(GarageActions.APPLY, List.of(APPLY.split(",")));
        return needs;
    }

    /** Whom Garage sees in our token, and what the one for changes may not do. */
    static Login login(JsonCalls admin) throws ConnectorException {
        JsonCalls writer = admin.as("writeToken");
        Json.Obj own = info(admin);
        List<String> read = own.texts("scope");
        List<String> write = writer == admin ? read : info(writer).texts("scope");
        boolean all = !Collections.disjoint(BOUNDLESS, read);
        return Login.of(
                own.text("name").orElse(""),
                write,
                EVERYTHING,
                write.isEmpty() ? Map.of() : needs(),
                all || !Collections.disjoint(BOUNDLESS, write));
    }

    private static Json.Obj info(JsonCalls calls) throws ConnectorException {
        Http.Answer answer = calls.ask("/v2/" + INFO);
        return answer.status() == 200 ? calls.body(answer) : Json.obj();
    }
}
