package org.ronron.ui.window;

import java.util.Locale;
import org.ronron.ui.parts.Asking;
import org.ronron.ui.parts.Ui;

/** What a person chooses for this window; kept in the workspace, taken up at once. */
enum Preference {
    FRENCH("language", "fr"),
    ENGLISH("language", "en"),
    LIGHT("theme", "light"),
    DARK("theme", "dark"),
    SYSTEM("theme", "system"),
    LOCK_5("vault.idle", "5"),
    LOCK_15("vault.idle", "15"),
    LOCK_60("vault.idle", "60"),
    LOCK_NEVER("vault.idle", "never"),
    NOTICES_ON(DesktopNews.PREFERENCE, "on"),
    NOTICES_OFF(DesktopNews.PREFERENCE, "off");

    static final String LANGUAGE = "language";
    static final String THEME = "theme";

    private final String key;
    private final String value;

    Preference(String key, String value) {
        this.key = key;
        this.value = value;
    }

    String text() {
        return "prefer." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is about when the vault is locked. */
    boolean locks() {
        return key.equals("vault.idle");
    }

    void choose(Ui ui) {
        Asking.run(ui, ui.desk().setPreference(key, value), () -> {});
    }
}
