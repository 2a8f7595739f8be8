package org.ronron.practice.nomad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ronron.api.Json;
import org.ronron.practice.nomad.Query.Refusal;

/** What the simulator says to each call, from the cluster's state. */
final class NomadAnswers {
    private static final String NOT_FOUND = "node not found";
    private final NomadCluster cluster;
    private final Writes writes;

    NomadAnswers(NomadCluster cluster, Drains drains) {
        this.cluster = cluster;
        this.writes = new Writes(cluster, drains);
    }

    /**
     * An answer.
     *
     * @param next where the next page begins; empty on the last
     */
    record Said(int status, Json body, String next) {
        static Said ok(Json body) {
            return new Said(200, body, "");
        }
    }

    Said to(String method, String path, Query query, String sent, Token token) throws Refusal {
        String[] parts = path.split("/", -1);
        boolean node = parts.length > 3 && parts[2].equals("node") && !parts[3].equals("pools");
        if (!method.equals("GET") && node && parts.length == 5) {
            return Said.ok(writes.to(parts[4], parts[3], sent, token));
        }
        if (!method.equals("GET")) {
            throw new Refusal(405, "Invalid method");
        }
        if (node && parts.length == 4) {
            allow(token.readsNodes());
            return Said.ok(node(parts[3]).full(cluster.version));
        }
        if (path.startsWith("/v1/acl/policy/")) {
            return Said.ok(policy(parts[4], token));
        }
        return switch (path) {
            case "/v1/nodes" -> nodes(query, token);
            case "/v1/allocations" -> allocations(query, token);
            case "/v1/jobs" -> jobs(query, token);
            case "/v1/evaluations" -> evaluations(query, token);
            case "/v1/namespaces" -> Said.ok(namespaces(token));
            case "/v1/agent/members" -> {
                allow(token.readsNodes());
                yield Said.ok(members());
            }
            case "/v1/agent/health" -> {
                Json.Obj ok = Json.obj().with("message", "ok").with("ok", Json.of(true));
                yield Said.ok(Json.obj().with("server", ok));
            }
            case "/v1/status/leader" -> Said.ok(Json.of("127.0.5.1:4647"));
            case "/v1/acl/token/self" -> Said.ok(self(token));
            default -> throw new Refusal(404, "");
        };
    }

    private static Json self(Token token) throws Refusal {
        if (token.equals(Token.ANYBODY)) {
            throw new Refusal(400, "ACL support disabled");
        }
        return token.row();
    }

    static void allow(boolean may) throws Refusal {
        if (!may) {
            throw new Refusal(403, "Permission denied");
        }
    }

    private Client node(String id) throws Refusal {
        if (id.length() != 36) {
            String why = "node lookup failed: index error: UUID must be 36 characters";
            throw new Refusal(500, why);
        }
        return cluster.node(id).orElseThrow(() -> new Refusal(404, NOT_FOUND));
    }

    private Said nodes(Query query, Token token) throws Refusal {
        allow(token.readsNodes());
        boolean resources = query.one("resources").equals("true");
        List<Client> passing = new ArrayList<>();
        for (Client node : cluster.nodes.values()) {
            if (query.passes(Shapes.both(node.full(cluster.version), node.row("", false)))) {
                passing.add(node);
            }
        }
        return page(query, passing, node -> node.id, node -> node.row(cluster.version, resources));
    }

    private Said allocations(Query query, Token token) throws Refusal {
        Predicate<String> seen = seen(query, token);
        boolean resources = query.one("resources").equals("true");
        List<Alloc> passing = new ArrayList<>();
        for (Alloc alloc : cluster.allocs.values()) {
            if (seen.test(alloc.job.namespace()) && query.passes(alloc.row(false))) {
                passing.add(alloc);
            }
        }
        return page(query, passing, a -> a.created + "." + a.id, a -> a.row(resources));
    }

    private Said jobs(Query query, Token token) throws Refusal {
        Predicate<String> seen = seen(query, token);
        List<Job> rows = cluster.jobs.stream().filter(job -> seen.test(job.namespace())).toList();
        return page(query, rows, job -> job.namespace() + "." + job.id(), Job::row);
    }

    /** Only those that wait for room are told. */
    private Said evaluations(Query query, Token token) throws Refusal {
        Predicate<String> seen = seen(query, token);
        List<Job> waiting =
                cluster.jobs.stream()
                        .filter(job -> cluster.lacking(job) > 0 && seen.test(job.namespace()))
                        .toList();
        return page(query, waiting, Job::id, this::evaluation);
    }

    private Json.Obj evaluation(Job job) {
        boolean nowhere = cluster.nodes.values().stream().noneMatch(n -> job.allows(n.datacenter));
        Json why =
                nowhere || job.datacenters().contains("*")
                        ? Json.obj().with("memory", cluster.nodes.size())
                        : Json.Null.NULL;
        Json filtered =
                why.equals(Json.Null.NULL)
                        ? Json.obj().with("${node.datacenter} = " + job.datacenters().getFirst(), 4)
                        : Json.Null.NULL;
        Json.Obj failed =
                Shapes.FAILED.with("DimensionExhausted", why).with("ConstraintFiltered", filtered);
        return Shapes.BLOCKED
                .with("CreateIndex", 62)
                .with("FailedTGAllocs", Json.obj().with(job.id(), failed))
                .with("ID", NomadCluster.uuid("evaluation" + job.id()))
                .with("JobID", job.id())
                .with("JobModifyIndex", 52)
                .with("ModifyIndex", 62)
                .with("Namespace", job.namespace());
    }

    /** As in the captures: all namespaces, where at least one may be read; one, where it may. */
    private static Predicate<String> seen(Query query, Token token) throws Refusal {
        String asked = query.one("namespace").isEmpty() ? "default" : query.one("namespace");
        boolean all = asked.equals("*");
        allow(all ? !token.namespaces().isEmpty() : token.sees(asked));
        return namespace -> token.sees(namespace) && (all || namespace.equals(asked));
    }

    private static <T> Said page(
            Query query, List<T> rows, Function<T, String> key, Function<T, Json.Obj> row)
            throws Refusal {
        String size = query.one("per_page");
        if (!size.matches("\\d*")) {
            throw new Refusal(400, "Expect a number for `per_page` query string parameter");
        }
        int most = size.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(size);
        String from = query.one("next_token");
        List<Json> page = new ArrayList<>();
        boolean begun = from.isEmpty();
        for (T one : rows) {
            begun = begun || key.apply(one).equals(from);
            if (begun && page.size() == most) {
                return new Said(200, Json.arr(page), key.apply(one));
            }
            if (begun) {
                page.add(row.apply(one));
            }
        }
        return Said.ok(Json.arr(page));
    }

    private Json namespaces(Token token) {
        return Json.arr(
                cluster.namespaces.stream()
                        .filter(token::sees)
                        .map(name -> Json.obj().with("Name", name).with("Description", ""))
                        .toList());
    }

    private Json.Obj members() {
        Json.Obj tags = Shapes.MEMBER.object("Tags").with("build", cluster.version);
        return Json.obj()
                .with("Members", Json.arr(List.of(Shapes.MEMBER.with("Tags", tags))))
                .with("ServerDC", "neptune")
                .with("ServerName", "server1")
                .with("ServerRegion", "global");
    }

    /** A token may read its own policies. */
    private static Json.Obj policy(String name, Token token) throws Refusal {
        Optional<Token> of = Token.ALL.stream().filter(t -> t.name().equals(name)).findFirst();
        allow(token.management() || token.name().equals(name));
        if (of.isEmpty()) {
            throw new Refusal(404, "ACL policy not found");
        }
        return Json.obj()
                .with("CreateIndex", 10)
                .with("Description", "")
                .with("ModifyIndex", 10)
                .with("Name", name)
                .with("Rules", of.get().rules());
    }
}
