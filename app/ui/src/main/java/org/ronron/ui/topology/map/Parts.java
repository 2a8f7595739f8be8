package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import org.ronron.core.model.Node;

/** The picture in words and places. Pure. */
record Parts(Finder finder, Marks marks) {
    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        Picture picture = finder.picture();
        for (int z = 0; z < picture.zones().size(); z++) {
            ZonePicture zone = picture.zones().get(z);
            parts.add(zone(zone, bounds(finder.arrangement().zones().get(z))));
            for (int c = 0; c < zone.nodes().size(); c++) {
                Box card = finder.arrangement().cards().get(z).get(c);
                parts.add(node(zone.nodes().get(c), bounds(card)));
            }
        }
        return parts;
    }

    private BoundingBox bounds(Box box) {
        Viewport view = finder.view();
        return new BoundingBox(
                box.x() * view.scale() + view.x(),
                box.y() * view.scale() + view.y(),
                box.width() * view.scale(),
                box.height() * view.scale());
    }

    private Part zone(ZonePicture zone, BoundingBox bounds) {
        Set<String> looks = new HashSet<>();
        look(looks, "selected", marks.zone().equals(zone.name()));
        look(looks, "dropping", marks.dropping().equals(zone.name()));
        String text =
                Stream.concat(
                                Stream.of(
                                        zone.title(),
                                        zone.counts(),
                                        zone.memory(),
                                        zone.cpu(),
                                        zone.nodes().isEmpty() ? zone.empty() : ""),
                                zone.nodes().stream().map(Parts::words))
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining("\n"));
        double head = finder.arrangement().head() * finder.view().scale();
        return new Part(
                zone.id(),
                bounds,
                new Point2D(bounds.getMinX() + bounds.getWidth() / 4, bounds.getMinY() + head / 3),
                text,
                Set.copyOf(looks));
    }

    private Part node(NodePicture node, BoundingBox bounds) {
        Set<String> looks = new HashSet<>();
        look(looks, "selected", marks.nodes().contains(node.node().id()));
        look(looks, "greyed", marks.greyed(node));
        look(looks, "stale", node.node().state() == Node.State.STALE);
        look(looks, "leaving", node.place() == NodePicture.Place.LEAVING);
        look(looks, "coming", node.place() == NodePicture.Place.COMING);
        look(looks, "cursor", marks.cursor().equals(node.node().id()));
        look(looks, "bars", node.told());
        Form form = finder.form();
        double grip = (form.pad() + form.nameHeight() / 2.0) / finder.view().unit();
        return new Part(
                node.id(),
                bounds,
                new Point2D(bounds.getMinX() + bounds.getWidth() / 3, bounds.getMinY() + grip),
                words(node),
                Set.copyOf(looks));
    }

    private static String words(NodePicture node) {
        return Stream.concat(
                        Stream.of(node.node().name(), node.aside(), node.shortAside()).distinct(),
                        node.notes().stream())
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static void look(Set<String> looks, String name, boolean is) {
        if (is) {
            looks.add(name);
        }
    }
}
