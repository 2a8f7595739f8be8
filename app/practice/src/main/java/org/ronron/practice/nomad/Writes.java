package org.ronron.practice.nomad;

import java.io.IOException;
import java.util.List;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.practice.nomad.Query.Refusal;

/** The calls that change a node, with the answers and the refusals of the captures. */
record Writes(NomadCluster cluster, Drains drains) {
    Json to(String verb, String id, String sent, Token token) throws Refusal {
        return switch (verb) {
            case "drain" -> drain(id, body(sent), token);
            case "eligibility" -> eligibility(id, body(sent), token);
            case "purge" -> purge(id, token);
            default -> throw new Refusal(405, "Invalid method");
        };
    }

    private static Json.Obj body(String sent) throws Refusal {
        if (sent.isBlank()) {
            throw new Refusal(400, "Request body is empty");
        }
        try {
            return JsonText.readObject(sent);
        } catch (IOException notJson) {
            throw new Refusal(400, "invalid character");
        }
    }

    private Client node(String id, Token token) throws Refusal {
        NomadAnswers.allow(token.writesNodes());
        return cluster.node(id).orElseThrow(() -> new Refusal(500, "node not found"));
    }

    /** Any body without a {@code DrainSpec} stops a drain. */
    private Json drain(String id, Json.Obj body, Token token) throws Refusal {
        if (body.object("DrainSpec").at("Deadline") instanceof Json.Str) {
            throw new Refusal(
                    400,
                    "json: cannot unmarshal string into Go struct field"
                            + " DrainSpec.DrainSpec.Deadline of type time.Duration");
        }
        Client node = node(id, token);
        boolean wasEligible = node.eligible;
        if (body.at("DrainSpec") instanceof Json.Obj spec) {
            drains.start(node, spec, body.at("Meta"), token.accessor());
        } else {
            boolean eligible = body.bool("MarkEligible").orElse(false);
            drains.stop(node, eligible, body.at("Meta"), token.accessor());
        }
        return written(!wasEligible && node.eligible, node.modified);
    }

    /** The same value again answers index 0 and leaves no trace. */
    private Json eligibility(String id, Json.Obj body, Token token) throws Refusal {
        Client node = node(id, token);
        String wanted = body.text("Eligibility").orElse("");
        if (!List.of("eligible", "ineligible").contains(wanted)) {
            throw new Refusal(500, "invalid scheduling eligibility \"" + wanted + "\"");
        }
        boolean eligible = wanted.equals("eligible");
        if (eligible && node.drain) {
            String why =
                    "can not set node's scheduling eligibility to eligible while it is draining";
            throw new Refusal(500, why);
        }
        if (node.eligible == eligible) {
            return written(false, 0).with("Index", 0);
        }
        node.eligible = eligible;
        String message = "Node marked as " + wanted + " for scheduling";
        node.event("Cluster", message, cluster.index() + 1, cluster.now());
        cluster.changed(node, "NodeEligibility");
        long index = cluster.index();
        cluster.jobs.forEach(cluster::fill);
        return written(eligible, 0).with("Index", index);
    }

    private Json purge(String id, Token token) throws Refusal {
        Client node = node(id, token);
        new Agents(cluster).purge(node);
        return written(true, cluster.index());
    }

    private Json.Obj written(boolean evaluated, long node) {
        Json evaluations =
                evaluated
                        ? Json.texts(List.of(NomadCluster.uuid("evaluation" + cluster.index())))
                        : Json.Null.NULL;
        return Json.obj()
                .with("EvalCreateIndex", evaluated ? cluster.index() + 1 : 0)
                .with("EvalIDs", evaluations)
                .with("Index", cluster.index())
                .with("NodeModifyIndex", node);
    }
}
