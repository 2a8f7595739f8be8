package org.ronron.ui.pages.backups;

import java.util.Arrays;
import java.util.List;

/**
 * Where a point may be restored to: a named place that is not the original, nor around or below it.
 * Whether it is empty, its machine alone can tell; the connector asks it before it writes.
 */
final class RestorePath {
    /** What is wrong with a path. */
    enum Wrong {
        NOTHING,
        EMPTY,
        NOT_ABSOLUTE,
        /** It goes up again, or is the root itself. */
        NOT_PLAIN,
        ORIGINAL
    }

    private RestorePath() {}

    /**
     * @param saves what the series saves, as its tool says: folders, among other words
     */
    static Wrong judge(String typed, String saves) {
        String path = typed.strip();
        if (path.isEmpty()) {
            return Wrong.EMPTY;
        }
        if (!path.startsWith("/")) {
            return Wrong.NOT_ABSOLUTE;
        }
        List<String> names = names(path);
        boolean odd = path.chars().anyMatch(Character::isISOControl);
        if (odd || names.isEmpty() || names.contains("..") || names.contains(".")) {
            return Wrong.NOT_PLAIN;
        }
        boolean original =
                Arrays.stream(saves.split("[\\s,;]+"))
                        .filter(s -> s.startsWith("/"))
                        .map(RestorePath::names)
                        .anyMatch(s -> begins(s, names) || begins(names, s));
        return original ? Wrong.ORIGINAL : Wrong.NOTHING;
    }

    private static boolean begins(List<String> path, List<String> with) {
        return path.size() >= with.size() && path.subList(0, with.size()).equals(with);
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/+")).filter(n -> !n.isEmpty()).toList();
    }
}
