package org.ronron.ui.topology.map;

import java.util.List;

/** Finds what lies under a place of the screen. Pure. */
record Finder(Picture picture, Arrangement arrangement, Viewport view) {
    /** A cell has to be so wide, in units of the screen, to be what somebody meant. */
    private static final double LEAST = 3;

    Hit at(double screenX, double screenY) {
        double x = view.toPictureX(screenX);
        double y = view.toPictureY(screenY);
        for (int z = 0; z < arrangement.zones().size(); z++) {
            if (arrangement.zones().get(z).holds(x, y)) {
                return inZone(z, x, y, screenX, screenY);
            }
        }
        return Hit.NOTHING;
    }

    private Hit inZone(int z, double x, double y, double screenX, double screenY) {
        ZonePicture zone = picture.zones().get(z);
        List<Box> cards = arrangement.cards().get(z);
        for (int c = 0; c < cards.size(); c++) {
            NodePicture node = zone.nodes().get(c);
            if (cards.get(c).holds(x, y) && node.place() != NodePicture.Place.COMING) {
                return inCard(zone, node, cards.get(c), screenX, screenY);
            }
        }
        return new Hit(zone.name(), "", "", "");
    }

    private Hit inCard(ZonePicture zone, NodePicture node, Box card, double sx, double sy) {
        Form form = form();
        double unit = view.unit();
        double y = sy * unit - view.py(card.y());
        double left = view.px(card.x()) + form.pad();
        double right = view.px(card.right()) - form.pad();
        Bar bar = null;
        if (within(y, form.memoryTop(), form.memoryHeight())) {
            bar = node.memory();
        } else if (within(y, form.cpuTop(), form.cpuHeight())) {
            bar = node.cpu();
        }
        if (bar != null && form.memoryHeight() >= LEAST * unit) {
            double start = left + labels(form, right - left);
            double share = (sx * unit - start) / (right - start);
            for (Cell cell : bar.cells()) {
                boolean meant = (cell.to() - cell.from()) * (right - start) >= LEAST * unit;
                if (share >= cell.from() && share < cell.to() && meant) {
                    return new Hit(zone.name(), node.node().id(), cell.workload(), cell.group());
                }
            }
        }
        return new Hit(zone.name(), node.node().id(), "", "");
    }

    private static boolean within(double y, int top, int height) {
        return y >= top && y < top + height;
    }

    Form form() {
        int height = (int) Math.round(picture.cardHeight() * view.pixels());
        boolean disks = picture.cardHeight() > Size.CARD_HEIGHT;
        return Form.of(height, view.pixels(), view.unit(), disks);
    }

    /** About as wide as the painter's column of labels. */
    private double labels(Form form, double room) {
        double wide = 27 * Math.min(1.6, view.scale()) * view.unit() * form.labelAlpha() / 255.0;
        return room > 5 * wide ? wide : 0;
    }
}
