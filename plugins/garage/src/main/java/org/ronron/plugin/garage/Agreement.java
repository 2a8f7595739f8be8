package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;

/**
 * Whether the nodes hold one layout. Two consoles that apply different changes through two nodes
 * get 200 both, and one version number then stands for two layouts; no call on one node shows it
 * whole (tried with 2.5.0). So the layouts of several nodes are compared where their addresses are
 * known, and else what each node says of its own role.
 */
final class Agreement {
    private Agreement() {}

    /** Peers whose layout has this version and other contents; one that is silent says nothing. */
    static List<String> others(Layout layout, List<Admin> peers) {
        List<String> differing = new ArrayList<>();
        for (Admin peer : peers) {
            try {
                Layout theirs = peer.layout();
                if (theirs.version() == layout.version()
                        && !theirs.fullDigest().equals(layout.fullDigest())) {
                    differing.add(peer.address());
                }
            } catch (ConnectorException silent) {
                continue;
            }
        }
        return differing;
    }

    /** Nodes that see their own role otherwise than this layout has it. */
    static List<String> selves(Layout layout, Admin admin) throws ConnectorException {
        Json.Obj answers = admin.get("/v2/GetNodeInfo?node=*").object("success");
        List<String> differing = new ArrayList<>();
        for (Layout.Role role : layout.roles()) {
            Json.Obj said = answers.object(role.id()).object("role");
            Optional<String> zone = said.text("zone");
            if (zone.isPresent() && !Layout.Role.of(said.with("id", role.id())).says(role)) {
                differing.add(role.words());
            }
        }
        return differing;
    }
}
