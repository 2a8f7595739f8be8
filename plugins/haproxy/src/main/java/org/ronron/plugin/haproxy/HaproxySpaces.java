package org.ronron.plugin.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.ConnectorException;
import org.ronron.api.LinkFact;
import org.ronron.api.Spaces;

/** The way to each space, and whether it answers there. */
record HaproxySpaces(Machine machine) implements Spaces {
    @Override
    public Map<String, String> facts() {
        return Map.of("backend", machine.places().get("backend"));
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        List<LinkFact> found = new ArrayList<>();
        for (LinkFact route : new HaproxyInventory(machine).observe().links()) {
            if (route.space().equals(space) && found.size() < 10) {
                found.add(route);
                if (Names.isAddress(route.key())) {
                    Page page = Page.ask(machine, route.key(), Page.STATUS);
                    found.add(page.link(space, route.key()));
                }
            }
        }
        return found;
    }
}
