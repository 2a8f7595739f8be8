package org.ronron.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;
import org.ronron.core.port.JournalEvent;
import org.ronron.core.port.Rescue;
import org.ronron.core.port.StorageException;

/**
 * Writes outcomes beside a database that cannot take them. A reserve of room is kept for it while
 * the disk is not yet full, and given up when it is.
 */
record RescueFile(Home home, Faults faults) implements Rescue {
    private static final int RESERVE = 64 * 1024;

    /** Sets the room aside; a disk that is full already has none to give. */
    void reserve() throws IOException {
        if (Files.exists(home.reserve())) {
            return;
        }
        try {
            write(home.reserve(), new byte[RESERVE]);
        } catch (IOException full) {
            Files.deleteIfExists(home.reserve());
        }
    }

    @Override
    public void keep(JournalEvent event) throws StorageException {
        byte[] line = (JsonText.write(json(event)) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = home.rescue(event.operationId());
        try {
            try {
                write(file, line);
            } catch (IOException full) {
                if (!Files.deleteIfExists(home.reserve())) {
                    throw full;
                }
                write(file, line);
            }
        } catch (IOException e) {
            throw faults.of(e);
        }
    }

    /** Appends and flushes; what a full disk took only half of is taken back. */
    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Home.ownFile(file);
            long before = out.size();
            out.position(before);
            try {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            } catch (IOException e) {
                out.truncate(before);
                throw e;
            }
        }
    }

    private static Json.Obj json(JournalEvent event) {
        return Json.obj()
                .with("id", event.id())
                .with("operation", event.operationId())
                .with("step", event.step())
                .with("kind", event.kind().name())
                .with("at", event.at())
                .with("author", event.author())
                .with("format", event.format())
                .with("body", event.body());
    }
}
