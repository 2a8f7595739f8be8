package org.ronron.core.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronron.core.port.OwnFiles;

/** Files that are only looked at. */
final class MemoryFiles implements OwnFiles {
    final Map<String, Look> looks = new ConcurrentHashMap<>();
    final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    @Override
    public List<String> matching(String pattern) {
        return List.of(pattern);
    }

    @Override
    public void write(String path, byte[] content) {
        texts.put(path, new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public Look look(String path) {
        return looks.getOrDefault(path, new Look(Kind.MISSING, false));
    }
}
