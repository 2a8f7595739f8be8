package org.ronron.plugin.nomad;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Observation;
import org.ronron.api.Table;
import org.ronron.api.Version;
import org.ronron.api.Wanted;

/** Reads everything, list by list. */
record NomadInventory(Calls calls) implements Inventory {
    /** Of more, the Meta is not read: only each machine's own page tells it. */
    private static final int IN_FULL = 100;

    private static final String ALLOCS =
            "/v1/allocations?namespace=*&resources=true&task_states=false";

    /** What has ended stays in the list for hours. */
    private static final String SHOWN =
            "ClientStatus == \"running\" or ClientStatus == \"pending\""
                    + " or ClientStatus == \"unknown\" or ClientStatus == \"lost\"";

    /** Answers streams in a way that is no HTTP (read in its source; 1.11.3 mended it). */
    static final String FAULTY = "1.11.2";

    private static final String BLOCKED = "/v1/evaluations?namespace=*&status=blocked";

    @Override
    public Observation observe() throws ConnectorException {
        return read().observation(calls.host());
    }

    Picture read() throws ConnectorException {
        List<Json.Obj> servers = calls.servers();
        Version version = oldest(servers);
        if (!version.between("1.6.0", "3.0.0")) {
            String[] details = {"version", version.text(), "supported", "1.6 – 2.x"};
            throw calls.read().fault(CommonError.WRONG_VERSION, details);
        }
        Table nodes = table(calls.rows("/v1/nodes?resources=true", "", Kept.NODE));
        for (Json.Obj node : nodes.rows().size() > IN_FULL ? List.<Json.Obj>of() : nodes.rows()) {
            String id = node.word("ID");
            calls.node(id).ifPresent(full -> nodes.complete(id, Kept.NODE.of(full)));
        }
        Optional<List<Json.Obj>> rows = calls.seen(ALLOCS, SHOWN, Kept.ALLOCATION);
        Table allocs = table(rows.orElse(List.of()));
        allocs.keep(Alloc::shown);
        List<Json.Obj> jobs = calls.seen("/v1/jobs?namespace=*", "", Kept.JOB).orElse(List.of());
        List<Json.Obj> blocked = calls.seen(BLOCKED, "", Wanted.ALL).orElse(List.of());
        Http.Answer leader = calls.read().ask("/v1/status/leader");
        boolean led = leader.status() == 200 && leader.text().contains(":");
        Rights told = Rights.of(calls);
        boolean all = rows.isPresent() && told.seesAll();
        Rights rights = new Rights(told.login(), all, told.open());
        return new Picture(version, servers, led, nodes, allocs, jobs, blocked, rights);
    }

    /** A client's report rewrites its node, in which nothing but two indexes differs. */
    private static Table table(List<Json.Obj> rows) {
        return new Table("ID", "ModifyIndex", List.of("LastAllocUpdateIndex"), rows);
    }

    /** Servers may be of several versions while they are updated. */
    static Version oldest(List<Json.Obj> servers) {
        return servers.stream()
                .map(server -> Version.of(server.object("Tags").word("build")))
                .min(Comparator.naturalOrder())
                .orElse(Version.of(""));
    }
}
