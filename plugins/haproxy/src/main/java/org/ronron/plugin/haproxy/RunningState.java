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
 * @param entries of the map, in the file and running
 */
record RunningState(Map<String, String> backends, List<Server> servers, List<Entry> entries) {
    /** Bytes of a map that is unpacked: some 100,000 entries. */
    private static final int MOST = 16 * 1024 * 1024;

    /**
     * One server of a backend.
     *
     * @param status as {@code show stat} says it: {@code UP}, {@code DOWN 1/2}, {@code MAINT}
     */
    record Server(String backend, String name, String status) {
        boolean down() {
            return status.startsWith("DOWN");
        }

        WorkloadFact workload(String node) {
            State state =
                    switch (status.split("[ (]", 2)[0]) {
                        case "UP", "DRAIN", "NOLB" -> State.RUNNING;
                        case "DOWN" -> State.FAILED;
                        case "MAINT" -> State.STOPPED;
                        default -> State.UNKNOWN;
                    };
            OptionalLong unknown = OptionalLong.empty();
            return new WorkloadFact(
                    backend + "/" + name,
                    node,
                    name,
                    Optional.of(backend),
                    state,
                    unknown,
                    unknown);
        }
    }

    /**
     * One line of the map.
     *
     * @param side {@code =} in the file and running, {@code f} in the file only, {@code r} running
     *     only: lost at the next reload
     */
    record Entry(char side, String address, String backend) {}

    /**
     * Reads the sections {@code stat} and {@code entries}.
     *
     * @throws IOException when the entries are not what our script packs
     */
    static RunningState of(Sections said) throws IOException {
        Map<String, String> backends = new TreeMap<>();
        List<Server> servers = new ArrayList<>();
        for (String line : said.of("stat")) {
            String[] row = Sections.plain(line).split(",", 3);
            if (row.length == 3 && row[1].equals("BACKEND")) {
                backends.put(row[0], row[2]);
            } else if (row.length == 3 && !row[1].equals("FRONTEND")) {
                servers.add(new Server(row[0], row[1], row[2]));
            }
        }
        return new RunningState(backends, servers, entries(said.of("entries")));
    }

    private static List<Entry> entries(List<String> packed) throws IOException {
        if (packed.isEmpty()) {
            return List.of();
        }
        byte[] text;
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(String.join("", packed));
            text = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MOST + 1);
        } catch (IllegalArgumentException notPacked) {
            throw new IOException(notPacked);
        }
        if (text.length > MOST) {
            throw new IOException("more than " + MOST + " bytes of entries");
        }
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 3))
                .filter(part -> part.length == 3 && part[0].length() == 1)
                .map(RunningState::entry)
                .toList();
    }

    private static Entry entry(String[] part) {
        return new Entry(part[0].charAt(0), Sections.plain(part[1]), Sections.plain(part[2]));
    }

    /** The addresses that stand on one side only. */
    List<String> only(char side) {
        return entries.stream().filter(e -> e.side() == side).map(Entry::address).sorted().toList();
    }

    /**
     * One link an address: it belongs to the space that its first label names.
     *
     * @param file the map's path, for entries that stand nowhere else
     */
    List<LinkFact> links(String file) {
        Map<String, LinkFact> links = new TreeMap<>();
        for (Entry entry : entries) {
            LinkFact link = link(entry, file);
            links.merge(link.key(), link, RunningState::both);
        }
        return List.copyOf(links.values());
    }

    private LinkFact link(Entry entry, String file) {
        boolean up = backends.getOrDefault(entry.backend(), "").startsWith("UP");
        boolean whole = entry.side() == '=';
        Health health = !up ? Health.WRONG : whole ? Health.FINE : Health.ATTENTION;
        Map<String, String> details = new TreeMap<>(Map.of("backend", entry.backend()));
        if (!whole) {
            details.put("only", entry.side() == 'f' ? file : "HAProxy");
        }
        String space = entry.address().split("\\.", 2)[0];
        return new LinkFact(Kind.ROUTE, space, entry.address(), health, details);
    }

    /** The file leads it one way, the running map another. */
    private static LinkFact both(LinkFact one, LinkFact other) {
        String ways =
                one.details().getOrDefault("backend", "")
                        + " / "
                        + other.details().getOrDefault("backend", "");
        return LinkFact.of(one.kind(), one.space(), one.key(), Health.WRONG, "backend", ways);
    }
}
