package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.List;
import org.ronron.ui.parts.Token;

/** Paints what is in view: zones, machines, lines, and the names over everything. */
final class PicturePainter {
    private final Writing writing = new Writing();
    private final Shapes shapes = new Shapes();

    /**
     * A cell of what is selected, or of a sibling of it.
     *
     * @param share where in the bar of memory
     */
    record Anchor(Picture.Place place, float share) {}

    /** Prepares a little of what later frames will need; whether there was anything to do. */
    boolean warm(double unit) {
        return writing.warm(unit);
    }

    void paint(
            Raster on,
            Picture picture,
            Arrangement arrangement,
            Viewport view,
            Marks marks,
            List<Anchor> anchors,
            Palette palette,
            List<String> labels) {
        on.fill(0, 0, on.width, on.height, palette.of(Token.BG));
        Ink ink = new Ink(on, palette, writing, shapes, view, marks);
        ZonePainter zonePainter = new ZonePainter(ink);
        int cardHeight = (int) Math.round(picture.cardHeight() * view.pixels());
        boolean disks = picture.cardHeight() > Size.CARD_HEIGHT;
        Form form = Form.of(cardHeight, view.pixels(), view.unit(), disks);
        CardPainter cards = new CardPainter(ink, form, labels);
        int head = (int) Math.round(arrangement.head() * view.pixels());
        for (int z = 0; z < picture.zones().size(); z++) {
            Box box = arrangement.zones().get(z);
            if (view.sees(box)) {
                ZonePicture zone = picture.zones().get(z);
                zonePainter.paint(
                        zone,
                        view.px(box.x()),
                        view.py(box.y()),
                        view.px(box.right()),
                        view.py(box.bottom()),
                        head);
                cards(zone, arrangement.cards().get(z), view, cards, cardHeight);
            }
        }
        new LinePainter(ink).paint(ends(arrangement, view, form, cards, anchors));
        ink.write();
    }

    private static void cards(
            ZonePicture zone, List<Box> boxes, Viewport view, CardPainter cards, int height) {
        for (int c = 0; c < boxes.size(); c++) {
            Box card = boxes.get(c);
            if (view.sees(card)) {
                int y = view.py(card.y());
                cards.paint(
                        zone.nodes().get(c),
                        zone.name(),
                        view.px(card.x()),
                        y,
                        view.px(card.right()),
                        y + height);
            }
        }
    }

    private static List<double[]> ends(
            Arrangement arrangement,
            Viewport view,
            Form form,
            CardPainter cards,
            List<Anchor> anchors) {
        List<double[]> ends = new ArrayList<>();
        for (Anchor anchor : anchors) {
            Box card = arrangement.cards().get(anchor.place().zone()).get(anchor.place().card());
            int right = view.px(card.right()) - form.pad();
            double left = cards.barLeft(view.px(card.x()) + form.pad(), right);
            ends.add(
                    new double[] {
                        left + anchor.share() * (right - left),
                        view.py(card.y()) + form.memoryTop() + form.memoryHeight() / 2.0
                    });
        }
        return ends;
    }
}
