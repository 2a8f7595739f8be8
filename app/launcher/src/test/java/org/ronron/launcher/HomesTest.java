package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** State goes where the system keeps it, or where the person says. */
final class HomesTest {
    private static final Path USER = Path.of("/home/alice");

    @Test
    void theEnvironmentDecidesFirst() {
        assertEquals(Path.of("/tmp/r"), Homes.of(Map.of("RONRON_HOME", "/tmp/r"), "Linux", USER));
    }

    @Test
    void linuxFollowsXdg() {
        assertEquals(Path.of("/home/alice/.local/share/ronron"), Homes.of(Map.of(), "Linux", USER));
        assertEquals(
                Path.of("/data/ronron"), Homes.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", USER));
        assertEquals(
                Path.of("/home/alice/.local/share/ronron"),
                Homes.of(Map.of("XDG_DATA_HOME", "relative"), "Linux", USER));
    }

    @Test
    void macKeepsItInTheLibrary() {
        assertEquals(
                Path.of("/home/alice/Library/Application Support/Ronron"),
                Homes.of(Map.of(), "Mac OS X", USER));
    }
}
