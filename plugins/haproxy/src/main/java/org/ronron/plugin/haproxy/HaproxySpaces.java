package org.ronron.plugin.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.ConnectorException;
import org.ronron.api.LinkFact;
import org.ronron.api.Spaces;

/** The way to each space, and whether it answers there. */
record HaproxySpaces(Machine machine) implements Spaces {
    private static final int MOST = 5;

    @Override
    public Map<String, String> facts() {
        return Map.of("backend", machine.places().backend());
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        List<LinkFact> found = new ArrayList<>();
        for (LinkFact route : new HaproxyInventory(machine).observe().links()) {
            if (route.space().equals(space)) {
                found.add(route);
            }
        }
        for (LinkFact route : List.copyOf(found)) {
            if (Names.isAddress(route.key()) && found.size() < 2 * MOST) {
                found.add(Page.ask(machine, route.key(), Page.STATUS).link(space, route.key()));
            }
        }
        return found;
    }
}
