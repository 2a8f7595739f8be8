package org.ronron.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where all state lies: {@code RONRON_HOME}, else the folder that each system has for it. */
final class Homes {
    private Homes() {}

    /**
     * @param environment of the process
     * @param system {@code os.name}
     * @param user {@code user.home}
     */
    static Path of(Map<String, String> environment, String system, Path user) {
        String own = environment.get("RONRON_HOME");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return user.resolve("Library/Application Support/Ronron");
        }
        if (name.contains("win")) {
            String roaming = environment.get("APPDATA");
            return roaming == null
                    ? user.resolve("AppData/Roaming/Ronron")
                    : Path.of(roaming, "Ronron");
        }
        // XDG Base Directory Specification 0.8: a relative path is to be ignored
        String data = environment.get("XDG_DATA_HOME");
        return data != null && data.startsWith("/")
                ? Path.of(data, "ronron")
                : user.resolve(".local/share/ronron");
    }
}
