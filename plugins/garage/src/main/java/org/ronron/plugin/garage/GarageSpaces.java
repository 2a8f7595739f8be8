package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronron.api.ConnectorException;
import org.ronron.api.Json;
import org.ronron.api.LinkFact;
import org.ronron.api.Spaces;
import org.ronron.layout.buckets.FoundBucket;

/**
 * Buckets as parts of spaces.
 *
 * @param web the domain below which a bucket's name is a site's address; empty for none
 */
record GarageSpaces(Buckets buckets, String web) implements Spaces {
    @Override
    public Map<String, String> facts() {
        return web.isEmpty() ? Map.of() : Map.of("web", web);
    }

    /** One for each global name; a list tells nothing more of them. */
    List<LinkFact> links(List<Json.Obj> listed) {
        List<LinkFact> links = new ArrayList<>();
        for (Json.Obj bucket : listed) {
            for (String alias : bucket.texts("globalAliases")) {
                String space = site(alias) ? alias.substring(0, alias.indexOf('.')) : alias;
                var health = LinkFact.Health.FINE;
                links.add(LinkFact.of(LinkFact.Kind.BUCKET, space, alias, health));
            }
        }
        return links;
    }

    private boolean site(String alias) {
        return !web.isEmpty() && alias.endsWith("." + web);
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        List<LinkFact> links = new ArrayList<>();
        for (String alias : web.isEmpty() ? List.of(space) : List.of(space, space + "." + web)) {
            FoundBucket found = buckets.find(alias);
            if (found.bucket().isPresent()) {
                links.add(found.link(space, alias, site(alias)));
            }
        }
        return links;
    }
}
