package org.ronron.core.desk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.core.port.OwnFiles;

/** Files that are only looked at. */
final class MemoryFiles implements OwnFiles {
    final Map<String, Look> looks = new ConcurrentHashMap<>();

    @Override
    public Look look(String path) {
        return looks.getOrDefault(path, new Look(Kind.MISSING, false));
    }
}
