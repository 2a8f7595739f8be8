package org.ronron.ui.topology.map;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard on the picture. */
final class Keys {
    private static final double PUSH = 80;

    private final TopologyMap map;
    private final MapEvents events;
    private int workload = -1;

    Keys(TopologyMap map, MapEvents events) {
        this.map = map;
        this.events = events;
    }

    void listen() {
        map.setOnKeyPressed(
                e -> {
                    if (pressed(e)) {
                        e.consume();
                    }
                });
    }

    private boolean pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        if (Neighbours.isArrow(key) && event.isShiftDown()) {
            push(key);
            return true;
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (Neighbours.isArrow(key)) {
            walk(key);
            return true;
        }
        return zoom(key) || act(event, key);
    }

    private boolean zoom(KeyCode key) {
        switch (key) {
            case PLUS, ADD, EQUALS -> map.zoom(1);
            case MINUS, SUBTRACT -> map.zoom(-1);
            case DIGIT0, NUMPAD0 -> map.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean act(KeyEvent event, KeyCode key) {
        if (key == KeyCode.ESCAPE) {
            events.escaped();
            return true;
        }
        Optional<Picture.Place> place = map.picture().place(map.cursor());
        if (place.isEmpty()) {
            return false;
        }
        String zone = map.picture().zones().get(place.get().zone()).name();
        switch (key) {
            case ENTER -> events.chosen(new Hit(zone, map.cursor(), "", ""), false);
            case SPACE -> events.chosen(new Hit(zone, map.cursor(), "", ""), true);
            case Z -> events.chosen(new Hit(zone, "", "", ""), false);
            case M -> events.move(map.cursor());
            case W -> services(zone, map.picture().at(place.get()), event.isShiftDown() ? -1 : 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void walk(KeyCode arrow) {
        workload = -1;
        Optional<Picture.Place> here = map.picture().place(map.cursor());
        Optional<Picture.Place> next =
                here.isPresent()
                        ? Neighbours.next(map.picture(), map.arrangement(), here.get(), arrow)
                        : first();
        next.ifPresent(p -> map.reveal(map.picture().at(p).node().id()));
    }

    private Optional<Picture.Place> first() {
        for (int z = 0; z < map.picture().zones().size(); z++) {
            if (!map.picture().zones().get(z).nodes().isEmpty()) {
                return Optional.of(new Picture.Place(z, 0));
            }
        }
        return Optional.empty();
    }

    private void push(KeyCode arrow) {
        switch (arrow) {
            case LEFT -> map.panBy(PUSH, 0);
            case RIGHT -> map.panBy(-PUSH, 0);
            case UP -> map.panBy(0, PUSH);
            default -> map.panBy(0, -PUSH);
        }
    }

    /** From service to service of the machine where the keyboard is. */
    private void services(String zone, NodePicture node, int step) {
        List<Cell> cells =
                node.memory().cells().stream().filter(c -> !c.workload().isEmpty()).toList();
        if (!cells.isEmpty()) {
            workload = Math.floorMod(Math.max(workload, -1) + step, cells.size());
            Cell cell = cells.get(workload);
            events.chosen(new Hit(zone, node.node().id(), cell.workload(), cell.group()), false);
        }
    }
}
