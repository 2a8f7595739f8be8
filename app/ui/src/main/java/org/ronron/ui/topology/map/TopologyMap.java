package org.ronron.ui.topology.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.topology.map.PicturePainter.Anchor;

/**
 * The topology as one control: it can be panned, zoomed, walked through by keys and read aloud,
 * however many machines it holds. FX thread only.
 */
public final class TopologyMap extends Region {
    private static final double MARGIN = 12;
    private static final int EXPORTED = 2;

    private final Sheet sheet = new Sheet();
    private final Label line = new Label();
    private final Region anchor = new Region();
    private final MapEvents events;
    private final List<String> labels;
    private Palette palette;
    private Picture picture = Picture.NONE;
    private Arrangement arrangement = Arrangement.NONE;
    private Viewport view = new Viewport(1, 0, 0, 1, 1, 1);
    private Marks marks = Marks.NONE;
    private List<Anchor> anchors = List.of();
    private String cursor = "";
    private boolean fitted = true;

    /**
     * @param labels of the bars of memory, CPU and disk
     */
    public TopologyMap(Tokens tokens, List<String> labels, MapEvents events) {
        this.palette = new Palette(tokens);
        this.labels = List.copyOf(labels);
        this.events = events;
        setId("topology-map");
        getStyleClass().add("topology-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinSize(200, 120);
        line.setId("map-line");
        line.getStyleClass().add("map-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        anchor.setManaged(false);
        anchor.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(sheet, anchor, line);
        new Hands(this, events).listen();
        new Keys(this, events).listen();
        focusedProperty().addListener(f -> repaint());
        focusVisibleProperty().addListener(f -> entered());
    }

    /** Another picture; what is seen of it stays where it is as far as it can. */
    public void show(Picture next) {
        boolean same =
                java.util.Arrays.equals(next.machines(), picture.machines())
                        && next.cardHeight() == picture.cardHeight()
                        && next.headHeight() == picture.headHeight();
        picture = next;
        if (picture.place(cursor).isEmpty()) {
            cursor = "";
        }
        if (!same) {
            arrange();
        }
        speak();
        anchors = anchors();
        repaint();
    }

    public void mark(Marks next) {
        marks = next;
        anchors = anchors();
        repaint();
    }

    @Override
    protected void layoutChildren() {
        double unit = unit();
        boolean other =
                view.width() != getWidth() || view.height() != getHeight() || view.unit() != unit;
        if (other && getWidth() > 0 && getHeight() > 0) {
            view = new Viewport(view.scale(), view.x(), view.y(), getWidth(), getHeight(), unit);
            arrange();
            repaint();
        }
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private double unit() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    private void arrange() {
        arrangement =
                Arrangement.of(
                        picture.machines(),
                        picture.cardHeight(),
                        picture.headHeight(),
                        view.width(),
                        view.height());
        view =
                fitted
                        ? Camera.fit(arrangement, view.width(), view.height(), view.unit())
                        : Camera.held(view, arrangement);
    }

    private void repaint() {
        Marks shown = isFocused() ? marks.at(cursor) : marks.at("");
        sheet.show(new Sheet.Scenery(picture, arrangement, view, shown, anchors, palette, labels));
    }

    /** The cells of all that share the selected group, what is selected first. */
    private List<Anchor> anchors() {
        if (marks.group().isEmpty()) {
            return List.of();
        }
        List<Anchor> found = new ArrayList<>();
        for (Picture.Spot spot : picture.group(marks.group())) {
            boolean itself = spot.workload().equals(marks.workload());
            found.add(itself ? 0 : found.size(), new Anchor(spot.place(), spot.share()));
        }
        return found;
    }

    /** All of it in view. */
    public void fit() {
        fitted = true;
        arrange();
        repaint();
    }

    /** Nearer or farther; what lies at this place of the control stays there. */
    public void zoomBy(double factor, double atX, double atY) {
        fitted = false;
        view = Camera.zoom(view, arrangement, factor, atX, atY);
        repaint();
    }

    /** A step nearer, or with a negative number farther, in the middle. */
    public void zoom(int steps) {
        zoomBy(Math.pow(Camera.STEP, steps), getWidth() / 2, getHeight() / 2);
    }

    public void panBy(double dx, double dy) {
        fitted = false;
        view = Camera.held(view.moved(dx, dy), arrangement);
        repaint();
    }

    /** Brings a machine into view and puts the keyboard there. */
    public void reveal(String nodeId) {
        picture.place(nodeId)
                .ifPresent(
                        place -> {
                            cursor = nodeId;
                            Box box = arrangement.cards().get(place.zone()).get(place.card());
                            view = Camera.reveal(view, box, MARGIN);
                            speak();
                            requestFocus();
                            repaint();
                        });
    }

    public void revealZone(String name) {
        for (int z = 0; z < picture.zones().size(); z++) {
            if (picture.zones().get(z).name().equals(name)) {
                view = Camera.reveal(view, arrangement.zones().get(z), MARGIN);
                requestFocus();
                repaint();
            }
        }
    }

    Picture picture() {
        return picture;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    /** Id of the machine where the keyboard is; empty for none. */
    public String cursor() {
        return cursor;
    }

    /** Who comes by the keyboard has to see where it is. */
    private void entered() {
        if (isFocusVisible() && cursor.isEmpty()) {
            picture.first().ifPresent(place -> cursor(picture.at(place).node().id()));
        }
    }

    /** Puts the keyboard on this machine, if it is one. */
    void cursor(String nodeId) {
        if (picture.place(nodeId).isPresent()) {
            cursor = nodeId;
            speak();
            repaint();
        }
    }

    private void speak() {
        setAccessibleText(picture.node(cursor).map(events::spoken).orElse(""));
    }

    private Finder finder() {
        return new Finder(picture, arrangement, view, sheet.labelWidth());
    }

    /** What lies at this place of the control. */
    public Hit at(double x, double y) {
        return finder().at(x, y);
    }

    /** All that is drawn, in words and places. */
    public List<Part> parts() {
        return new Parts(finder(), isFocused() ? marks.at(cursor) : marks).all();
    }

    public Optional<Part> part(String id) {
        return parts().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** Something that stands where the zone is drawn, to place a card beside it. */
    public Region anchor(String zone) {
        Bounds at = part("zone-" + zone).map(Part::bounds).orElse(new BoundingBox(0, 0, 1, 1));
        anchor.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        return anchor;
    }

    /** One line beside the pointer; none for an empty one. */
    void line(String text, double x, double y) {
        line.setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            line.setText(text);
            line.applyCss();
            line.autosize();
            double left = Math.clamp(x + 14, 0, Math.max(0, getWidth() - line.getWidth()));
            boolean below = y + 20 + line.getHeight() < getHeight();
            line.relocate(left, below ? y + 20 : y - line.getHeight() - 8);
        }
    }

    /** Frames painted so far; for measuring. */
    public long painted() {
        return sheet.painted();
    }

    /** What is seen now, twice as fine, as an image to keep. */
    public WritableImage image() {
        Viewport fine =
                new Viewport(
                        view.scale(), view.x(), view.y(), view.width(), view.height(), EXPORTED);
        Raster on =
                sheet.separate(
                        new Sheet.Scenery(
                                picture, arrangement, fine, marks, anchors, palette, labels));
        WritableImage image = new WritableImage(on.width, on.height);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        on.width,
                        on.height,
                        PixelFormat.getIntArgbInstance(),
                        on.pixels,
                        0,
                        on.width);
        return image;
    }
}
