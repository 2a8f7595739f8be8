package org.ronron.ui.parts;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.ronron.resources.Files;

/** Light or dark: AtlantaFX for the controls, our tokens for every colour. FX thread only. */
public final class Theme {
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-SemiBold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");
    private static final List<String> SHEETS =
            List.of("base", "frame", "topology", "pages", "requests", "spaces", "backups");

    private Theme() {}

    /** Loads the two faces, so that the window looks the same on three systems. */
    public static void loadFonts() {
        for (String font : FONTS) {
            Font.loadFont(Files.url("fonts/" + font), 13);
        }
    }

    /** Whether this preference ({@code light}, {@code dark}, {@code system}) means dark now. */
    public static boolean isDark(String preference) {
        return switch (preference) {
            case "dark" -> true;
            case "light" -> false;
            default -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Puts the theme on the scene; can be called again at any time. */
    public static void apply(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        Stream.concat(
                                        Stream.of(sheet(dark)),
                                        SHEETS.stream().map(s -> "css/" + s + ".css"))
                                .map(Files::url)
                                .toList());
    }

    static String sheet(boolean dark) {
        return dark ? "css/tokens-dark.css" : "css/tokens-light.css";
    }
}
