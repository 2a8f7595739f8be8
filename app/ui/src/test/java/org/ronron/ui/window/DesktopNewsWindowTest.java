package org.ronron.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.ronron.api.Severity;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.News;
import org.ronron.core.desk.NewsWords;

/** Who is told on the desktop, and that the toolkit shows it. */
class DesktopNewsWindowTest {
    private static final News DONE =
            new News("c", News.Kind.DONE, Severity.INFO, "celeri → scorpio", Optional.empty());
    private final DeskState state = States.of(Deuxfleurs.own(), "fr", "light");
    private final ShowDesk desk = new ShowDesk(state, Forecasts::fine);
    private final WindowSetting setting =
            new WindowSetting(
                    desk,
                    InstantSource.fixed(States.NOW),
                    ZoneId.of("Europe/Paris"),
                    Locale.FRENCH,
                    () -> {});

    @Test
    void whoHasTheWindowBeforeThemOrWantsSilenceIsNotTold() {
        List<NewsWords.Note> shown = new ArrayList<>();
        AtomicBoolean before = new AtomicBoolean(true);
        DesktopNews news = new DesktopNews(setting, Fx.BRIDGE, before::get, shown::add);
        tell(news);
        assertEquals(List.of(), shown);
        before.set(false);
        tell(news);
        assertEquals("Terminé : celeri → scorpio", shown.getFirst().title());
        desk.show(States.preferring(state, Map.of("language", "en", "notices", "off")));
        tell(news);
        assertEquals(1, shown.size());
        desk.show(States.preferring(state, Map.of("language", "en", "notices", "on")));
        tell(news);
        assertEquals("Done: celeri → scorpio", shown.getLast().title());
    }

    private static void tell(DesktopNews news) {
        news.heard(List.of(DONE));
        Fx.run(() -> {});
    }

    @Test
    void theToolkitShowsIt() {
        Stage stage = Fx.on(Stage::new);
        Fx.run(
                () -> {
                    stage.setScene(new Scene(new Label("x"), 300, 200));
                    stage.show();
                    DesktopNews.show(new NewsWords.Note("Terminé", "C’est fait."), stage);
                });
        Fx.await("a notice", () -> popups() == 1);
        Fx.run(stage::close);
        Fx.await("it goes with its window", () -> popups() == 0);
    }

    private static long popups() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .count();
    }
}
