package org.ronron.plugin.haproxy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.WorkloadFact;
import org.ronron.api.WorkloadFact.State;

/**
 * What HAProxy's answers tell of its servers and of the map.
 *
 * @param backends status by name; {@code UP} while a server of it answers
 * @param servers of all backends
 * @param links one an address of the map
 */
record RunningState(
        Map<String, String> backends, List<WorkloadFact> servers, List<LinkFact> links) {
    /** Bytes of a map that is unpacked: some 100,000 entries. */
    private static final int MOST = 16 * 1024 * 1024;

    /**
     * Reads the sections {@code stat} and {@code entries}.
     *
     * @param node the machine's key
     * @param file the map's path, for entries that stand nowhere else
     * @return empty when the entries are not what our script packs
     */
    static Optional<RunningState> of(Sections said, String node, String file) {
        Map<String, String> backends = new TreeMap<>();
        List<WorkloadFact> servers = new ArrayList<>();
        for (String line : said.of("stat")) {
            String[] row = Sections.plain(line).split(",", 3);
            if (row.length == 3 && row[1].equals("BACKEND")) {
                backends.put(row[0], row[2]);
            } else if (row.length == 3 && !row[1].equals("FRONTEND")) {
                servers.add(server(row, node));
            }
        }
        Map<String, LinkFact> links = new TreeMap<>();
        Optional<String> entries = unpacked(String.join("", said.of("entries")));
        for (String line : entries.orElse("").split("\n", -1)) {
            String[] entry = Sections.plain(line).split(" ", 3);
            if (entry.length == 3) {
                LinkFact link = link(entry, backends, file);
                links.merge(link.key(), link, RunningState::both);
            }
        }
        List<LinkFact> all = List.copyOf(links.values());
        return entries.map(read -> new RunningState(backends, servers, all));
    }

    /** As {@code show stat} says its status: {@code UP}, {@code DOWN 1/2}, {@code MAINT}. */
    private static WorkloadFact server(String[] row, String node) {
        State state =
                switch (row[2].split("[ (]", 2)[0]) {
                    case "UP", "DRAIN", "NOLB" -> State.RUNNING;
                    case "DOWN" -> State.FAILED;
                    case "MAINT" -> State.STOPPED;
                    default -> State.UNKNOWN;
                };
        OptionalLong unknown = OptionalLong.empty();
        String key = row[0] + "/" + row[1];
        Optional<String> backend = Optional.of(row[0]);
        return new WorkloadFact(key, node, row[1], backend, state, unknown, unknown);
    }

    private static Optional<String> unpacked(String packed) {
        if (packed.isEmpty()) {
            return Optional.of("");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(packed);
            var text = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MOST + 1);
            return Optional.of(new String(text, StandardCharsets.UTF_8))
                    .filter(whole -> text.length <= MOST);
        } catch (IllegalArgumentException | IOException notPacked) {
            return Optional.empty();
        }
    }

    /**
     * An address belongs to the space that its first label names.
     *
     * @param entry {@code =} in the file and running, {@code f} in the file only, {@code r} running
     *     only (lost at the next reload); address; backend
     */
    private static LinkFact link(String[] entry, Map<String, String> backends, String file) {
        boolean up = backends.getOrDefault(entry[2], "").startsWith("UP");
        boolean whole = entry[0].equals("=");
        Health health = !up ? Health.WRONG : whole ? Health.FINE : Health.ATTENTION;
        Map<String, String> details = new TreeMap<>(Map.of("backend", entry[2]));
        if (!whole) {
            details.put("only", entry[0].equals("f") ? file : "HAProxy");
        }
        String space = entry[1].split("\\.", 2)[0];
        return new LinkFact(Kind.ROUTE, space, entry[1], health, details);
    }

    /** The file leads it one way, the running map another. */
    private static LinkFact both(LinkFact one, LinkFact other) {
        String ways = one.details().get("backend") + " / " + other.details().get("backend");
        return LinkFact.of(one.kind(), one.space(), one.key(), Health.WRONG, "backend", ways);
    }
}
