package org.ronron.ui.topology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/** The picture as a file of the person's choosing; made and written by the desk's threads. */
final class PictureExport {
    private final Ui ui;
    private final Texts texts;

    PictureExport(Ui ui) {
        this.ui = ui;
        this.texts = ui.texts();
    }

    /** Asks where to; empty when nobody wants it any more. */
    Optional<Path> ask(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("topology.do.export"));
        LocalDate today = LocalDate.ofInstant(ui.clock().instant(), ui.zone());
        chooser.setInitialFileName(texts.get("topology.export.file", "day", today.toString()));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("topology.export.kind"), "*.png"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(f -> f.toPath());
    }

    void write(Image image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        Asking.run(
                ui,
                ui.desk().exportFile(file.toString(), () -> Png.of(pixels, width, height)),
                () ->
                        ui.navigator()
                                .say(
                                        texts.get(
                                                "topology.export.done",
                                                "file",
                                                String.valueOf(file.getFileName()))));
    }
}
