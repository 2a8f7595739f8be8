package org.ronron.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import javafx.scene.layout.VBox;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Node;
import org.ronron.core.model.Resource;
import org.ronron.core.model.Workload;
import org.ronron.resources.Texts;
import org.ronron.ui.parts.Bits;
import org.ronron.ui.parts.KeyValues;

/**
 * What of a machine is free, and where the rest is: kept for the machine itself, reserved, really
 * in use, promised beyond it. Only what is told.
 */
final class NodeSizes {
    private final Texts texts;
    private final Node node;
    private final boolean told;

    NodeSizes(Texts texts, Collective collective, Node node) {
        this.texts = texts;
        this.node = node;
        this.told = View.told(collective, node) && node.sizesPublished();
    }

    void add(KeyValues rows) {
        add(rows, Resource.MEMORY, texts.figures()::bytes);
        add(rows, Resource.CPU, texts.figures()::mhz);
        if (node.disk().isPresent()) {
            add(rows, Resource.DISK, texts.figures()::bytes);
        }
    }

    private void add(KeyValues rows, Resource resource, LongFunction<String> words) {
        String name = texts.get("topology.fact." + resource.name().toLowerCase(Locale.ROOT));
        OptionalLong size = resource.of(node);
        if (size.isEmpty()) {
            rows.add(name, texts.get("topology.notKnown"));
            return;
        }
        String all = words.apply(size.getAsLong());
        List<String> parts = new ArrayList<>();
        OptionalLong free = told ? node.free(resource) : OptionalLong.empty();
        part(parts, "kept", resource.kept(node), words);
        part(parts, "reserved", told ? node.reserved(resource) : OptionalLong.empty(), words);
        if (resource == Resource.DISK && node.diskFree().isPresent()) {
            free = node.diskFree(); // what is full is full, whatever is reserved of it
        } else {
            part(parts, "used", resource.used(node), words);
        }
        VBox value =
                Bits.column(
                        1,
                        Bits.text(
                                free.isPresent()
                                        ? texts.get(
                                                "topology.freeOf",
                                                "free",
                                                words.apply(free.getAsLong()),
                                                "all",
                                                all)
                                        : all));
        parts.forEach(p -> value.getChildren().add(Bits.text(p, "note")));
        if (resource == Resource.MEMORY) {
            promised().ifPresent(p -> value.getChildren().add(Bits.text(p, "note", "state-warn")));
        }
        rows.add(name, value);
    }

    private void part(
            List<String> parts, String key, OptionalLong size, LongFunction<String> words) {
        if (size.isPresent() && size.getAsLong() > 0) {
            parts.add(texts.get("topology.size." + key, "size", words.apply(size.getAsLong())));
        }
    }

    /** What its workloads may take in all, where that is more than they can have. */
    private Optional<String> promised() {
        OptionalLong offered = node.offered(Resource.MEMORY);
        long most = 0;
        for (Workload workload : node.workloads()) {
            if (workload.counts()) {
                most += workload.memoryMost().orElse(workload.memory().orElse(0));
            }
        }
        boolean beyond = offered.isPresent() && most > offered.getAsLong();
        return beyond
                ? Optional.of(
                        texts.get("topology.size.promised", "size", texts.figures().bytes(most)))
                : Optional.empty();
    }
}
