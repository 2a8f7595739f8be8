package org.ronron.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.ronron.core.desk.News;
import org.ronron.core.desk.NewsWords;
import org.ronron.ui.parts.FxBridge;

/**
 * News on the desktop, over other programs' windows. Who has Ronron before them sees it there, and
 * is not told again; nor is who prefers silence. Takes news on any thread.
 */
final class DesktopNews {
    static final String PREFERENCE = "notices";
    private static final Duration SHOWN = Duration.seconds(12);

    private final WindowSetting setting;
    private final FxBridge fx;
    private final BooleanSupplier before;
    private final Consumer<NewsWords.Note> shows;

    /** Shown by the toolkit, beside this window's screen. */
    DesktopNews(WindowSetting setting, FxBridge fx, Stage stage) {
        this(setting, fx, () -> stage.isFocused() && !stage.isIconified(), n -> show(n, stage));
    }

    /**
     * @param before whether the window is before the person
     * @param shows called on the FX thread
     */
    DesktopNews(
            WindowSetting setting,
            FxBridge fx,
            BooleanSupplier before,
            Consumer<NewsWords.Note> shows) {
        this.setting = setting;
        this.fx = fx;
        this.before = before;
        this.shows = shows;
    }

    void heard(List<News> news) {
        fx.execute(() -> tell(news));
    }

    private void tell(List<News> news) {
        Map<String, String> preferences = setting.desk().state().preferences();
        boolean silent = preferences.getOrDefault(PREFERENCE, "on").equals("off");
        if (silent || before.getAsBoolean()) {
            return;
        }
        Locale locale = setting.locale();
        NewsTexts words = new NewsTexts(setting.desk().connectors(), setting.clock(), locale);
        shows.accept(words.of(news, preferences.getOrDefault(Preference.LANGUAGE, "")));
    }

    static void show(NewsWords.Note note, Stage stage) {
        Notifications.create()
                .title(note.title())
                .text(note.text())
                .hideAfter(SHOWN)
                .onAction(clicked -> forward(stage))
                .owner(stage)
                .show();
    }

    private static void forward(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }
}
