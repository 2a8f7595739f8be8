package org.ronron.practice.nomad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ronron.api.Json;

/** The last hundred changes, each with its index; more are forgotten, as Nomad forgets them. */
final class EventBuffer {
    private static final int MOST = 100;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** One line of a stream, and whose it is. */
    record Frame(long index, String topic, String namespace, Json.Obj line) {}

    void add(long index, String topic, String type, String key, String namespace, Json payload) {
        Json.Obj event =
                Json.obj()
                        .with("FilterKeys", Json.Null.NULL)
                        .with("Index", index)
                        .with("Key", key)
                        .with("Namespace", namespace)
                        .with("Payload", Json.obj().with(topic, payload))
                        .with("Topic", topic)
                        .with("Type", type);
        Json.Obj line = Json.obj().with("Events", Json.arr(List.of(event))).with("Index", index);
        frames.addLast(new Frame(index, topic, namespace, line));
        if (frames.size() > MOST) {
            frames.removeFirst();
        }
    }

    /** What came at this index or later, oldest first. */
    List<Frame> from(long index) {
        List<Frame> found = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame.index() >= index) {
                found.add(frame);
            }
        }
        return found;
    }
}
