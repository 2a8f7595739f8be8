package org.ronron.practice.clusters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronron.api.Http;

/**
 * A Nomad server whose answers lie in memory, in pages of 500 rows, which is how the connector asks
 * for them. Nothing happens on it. Any thread.
 */
public final class MemoryNomad implements Http {
    private static final int PAGE = 500;
    private static final String TOKEN = "next_token=";
    private static final String MEMBERS =
            "{\"Members\":[{\"Name\":\"server-1\",\"Status\":\"alive\",\"Tags\":{\"build\":\"1.6.8\"}}]}";

    private final Map<String, List<byte[]>> lists;
    private final Answering answering;

    private MemoryNomad(Map<String, List<byte[]>> lists, Answering answering) {
        this.lists = lists;
        this.answering = answering;
        put("/v1/agent/members", List.of(MEMBERS));
        put("/v1/status/leader", List.of("\"127.0.0.1:4647\""));
        put("/v1/acl/token/self", List.of("{}"));
        put("/v1/evaluations", List.of("[]"));
        put("/v1/namespaces", List.of("[{\"Name\":\"default\"}]"));
    }

    public static MemoryNomad of(FakeCluster cluster, Answering answering) {
        MemoryNomad nomad = new MemoryNomad(new LinkedHashMap<>(), answering);
        nomad.list("/v1/nodes", cluster.nodes());
        nomad.list("/v1/allocations", cluster.allocations());
        nomad.list("/v1/jobs", cluster.jobs());
        return nomad;
    }

    /** Its answers are gone; from now on it knows nothing. */
    public void letGo() {
        lists.clear();
    }

    private void put(String path, List<String> pages) {
        lists.put(path, pages.stream().map(p -> p.getBytes(StandardCharsets.UTF_8)).toList());
    }

    private void list(String path, List<String> rows) {
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += PAGE) {
            pages.add(FakeCluster.list(rows.subList(i, Math.min(rows.size(), i + PAGE))));
        }
        lists.put(path, List.copyOf(pages));
    }

    /** Bytes of all its answers. */
    public long bytes() {
        return lists.values().stream().flatMap(List::stream).mapToLong(page -> page.length).sum();
    }

    /** Into a file, a path or a page a line, for another program to {@link #read}. */
    public void write(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (Map.Entry<String, List<byte[]>> list : lists.entrySet()) {
                out.write((list.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                for (byte[] page : list.getValue()) {
                    out.write(page);
                    out.write('\n');
                }
            }
        }
    }

    /** As {@link #write} wrote it. */
    public static MemoryNomad read(Path file, Answering answering) throws IOException {
        Map<String, List<byte[]>> lists = new LinkedHashMap<>();
        try (var lines = Files.lines(file)) {
            List<byte[]> pages = new ArrayList<>();
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("/")) {
                    pages = new ArrayList<>();
                    lists.put(line, pages);
                } else {
                    pages.add(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return new MemoryNomad(lists, answering);
    }

    @Override
    public Answer read(Call call) {
        String path = call.path();
        int query = path.indexOf('?');
        List<byte[]> pages = lists.get(query < 0 ? path : path.substring(0, query));
        if (pages == null) {
            byte[] none = "not found".getBytes(StandardCharsets.UTF_8);
            return answering.answer(404, Map.of("Content-Type", "text/plain"), none);
        }
        int token = path.indexOf(TOKEN);
        int page = token < 0 ? 0 : Integer.parseInt(path.substring(token + TOKEN.length()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (page + 1 < pages.size()) {
            headers.put("X-Nomad-Nexttoken", Integer.toString(page + 1));
        }
        return answering.answer(200, headers, pages.get(page));
    }

    @Override
    public Answer change(Call call) {
        throw new IllegalStateException("nothing is changed on it: " + call.path());
    }

    @Override
    public Lines lines(Call call, Duration silence) {
        return new QuietLines();
    }
}
