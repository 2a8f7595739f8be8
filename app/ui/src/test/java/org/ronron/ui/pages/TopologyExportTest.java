package org.ronron.ui.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.ronron.ui.parts.Tokens;
import org.ronron.ui.topology.TopologyPage;
import org.ronron.ui.window.Deuxfleurs;
import org.ronron.ui.window.States;

/** The picture as a file. */
class TopologyExportTest {
    private static void export(Rig<TopologyPage> rig) {
        FxWindow.run(
                () ->
                        ((Button) Objects.requireNonNull(rig.view.lookup("#topology-export")))
                                .fire());
        FxWindow.settle();
    }

    private static Rig<TopologyPage> rig(Optional<Path> file) {
        return Rig.french(
                States.of(Deuxfleurs.own(), "fr", "light"),
                ui -> new TopologyPage(ui, Tokens.of(false), window -> file));
    }

    @Test
    void whatIsSeenIsWrittenWhereThePersonSays() throws Exception {
        Rig<TopologyPage> rig = rig(Optional.of(Path.of("quai.png")));
        export(rig);
        byte[] file = rig.desk.safety.kept.get("quai.png");
        var image = ImageIO.read(new ByteArrayInputStream(file));
        assertTrue(image.getWidth() > 400, image.getWidth() + " wide");
        long colours =
                IntStream.range(0, image.getWidth() * image.getHeight())
                        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                        .distinct()
                        .count();
        assertTrue(colours > 20, colours + " colours: the picture is drawn");
        assertTrue(rig.navigator.ways.toString().contains("quai.png"), "" + rig.navigator.ways);
    }

    @Test
    void whoGivesUpWritesNothing() {
        Rig<TopologyPage> rig = rig(Optional.empty());
        export(rig);
        assertEquals(0, rig.desk.safety.kept.size());
    }
}
