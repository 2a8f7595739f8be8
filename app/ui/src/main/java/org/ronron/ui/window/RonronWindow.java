package org.ronron.ui.window;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Subscription;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.FxBridge;
import org.ronron.ui.parts.Theme;
import org.ronron.ui.parts.Tokens;

/**
 * The window on a desk. It draws the desk's states as they come and holds no truth of its own; a
 * change of language or theme builds it anew. {@link #start} may be called from any thread, all
 * else on the FX thread.
 */
public final class RonronWindow {
    private static final KeyCombination PALETTE =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);

    private final WindowSetting setting;
    private final FxBridge fx;
    private final StackPane holder = new StackPane();
    private final Scene scene = new Scene(holder, 1366, 768);
    private final Timeline clock =
            new Timeline(new KeyFrame(Duration.seconds(1), e -> this.tick()));

    /** The platform outlives the window, and would hold it. */
    private final ChangeListener<ColorScheme> scheme =
            (of, before, now) -> draw(this.setting().desk().state());

    private @Nullable Frame frame;
    private @Nullable Subscription subscription;
    private @Nullable Subscription news;
    private String built = "";

    public RonronWindow(WindowSetting setting, FxBridge fx) {
        this.setting = setting;
        this.fx = fx;
    }

    /**
     * Starts the toolkit and opens a window on its primary screen; returns at once.
     *
     * @param closed called on the FX thread when the window has been closed
     */
    public static void start(
            WindowSetting setting, FxBridge fx, Consumer<RonronWindow> opened, Runnable closed) {
        fx.start(
                () -> {
                    Platform.setImplicitExit(false);
                    RonronWindow window = new RonronWindow(setting, fx);
                    Stage stage = new Stage();
                    stage.setOnHidden(
                            e -> {
                                window.close();
                                closed.run();
                            });
                    window.show(stage);
                    opened.accept(window);
                });
    }

    /** Shows the window on this stage and begins to observe the desk. */
    public void show(Stage stage) {
        Theme.loadFonts();
        stage.setTitle("Ronron");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        scene.addEventFilter(InputEvent.ANY, e -> setting.desk().vault().touched());
        draw(setting.desk().state());
        stage.setScene(scene);
        stage.show();
        subscription = setting.desk().observe(fx.newest(this::draw));
        news = setting.desk().news(new DesktopNews(setting, fx, stage)::heard);
        Platform.getPreferences().colorSchemeProperty().addListener(scheme);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    public Scene scene() {
        return scene;
    }

    /** A short line at the bottom that goes by itself. */
    public void say(String text) {
        if (frame != null) {
            frame.say(text);
        }
    }

    /** Shows a fault over the page. */
    public void show(Fault fault) {
        if (frame != null) {
            frame.show(fault);
        }
    }

    private WindowSetting setting() {
        return setting;
    }

    /** Lets the desk go; the desk itself stays open. */
    public void close() {
        clock.stop();
        Platform.getPreferences().colorSchemeProperty().removeListener(scheme);
        if (subscription != null) {
            subscription.close();
        }
        if (news != null) {
            news.close();
        }
    }

    private void draw(DeskState state) {
        Frame drawn = build(state.preferences());
        drawn.show(state);
    }

    private Frame build(Map<String, String> preferences) {
        Locale locale =
                preferences.containsKey(Preference.LANGUAGE)
                        ? Locale.of(preferences.get(Preference.LANGUAGE))
                        : setting.locale();
        boolean dark = Theme.isDark(preferences.getOrDefault(Preference.THEME, "system"));
        String wanted = locale.getLanguage() + dark;
        Frame standing = frame;
        if (standing != null && wanted.equals(built)) {
            return standing;
        }
        String page = standing == null ? "" : standing.page();
        Texts texts = Texts.of(locale, setting.desk().connectors());
        Theme.apply(scene, dark);
        Frame next = new Frame(setting, texts, fx, Tokens.of(dark));
        holder.getChildren().setAll(next);
        next.show(setting.desk().state());
        if (!page.isEmpty()) {
            next.go(page);
        }
        frame = next;
        built = wanted;
        return next;
    }

    private void tick() {
        if (frame != null) {
            frame.tick(setting.clock().instant());
        }
    }

    private void shortcut(KeyEvent event) {
        if (frame == null) {
            return;
        }
        if (PALETTE.match(event)) {
            frame.palette();
        } else if (REFRESH.match(event)) {
            frame.refresh();
        } else if (UNDO.match(event)
                && !(event.getTarget() instanceof javafx.scene.control.TextInputControl)) {
            frame.undo();
        } else {
            return;
        }
        event.consume();
    }
}
