package org.ronron.practice.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Http;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

class MemoryNomadTest {
    private static final Size SIZE = new Size(11, 1_203, 5, 3);

    private record Plain(int status, Map<String, String> headers, String text)
            implements Http.Answer {
        Plain(int status, Map<String, String> headers, byte[] body) {
            this(status, headers, new String(body, StandardCharsets.UTF_8));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public Json json() {
            try {
                return JsonText.read(text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aListComesInPagesOf500(@TempDir Path folder) throws Exception {
        FakeCluster cluster = FakeCluster.of(SIZE);
        MemoryNomad made = MemoryNomad.of(cluster, Plain::new);
        made.write(folder.resolve("cluster"));
        for (MemoryNomad nomad :
                List.of(made, MemoryNomad.read(folder.resolve("cluster"), Plain::new))) {
            assertEquals(made.bytes(), nomad.bytes());
            List<String> rows = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            String next = "";
            do {
                String from = next.isEmpty() ? "" : "&next_token=" + next;
                Http.Answer page = get(nomad, "/v1/allocations?per_page=500" + from);
                List<Json> items = ((Json.Arr) page.json()).items();
                items.forEach(item -> rows.add(JsonText.write(item)));
                sizes.add(items.size());
                next = page.header("X-Nomad-Nexttoken").orElse("");
            } while (!next.isEmpty());
            assertEquals(List.of(500, 500, 203), sizes);
            assertEquals(cluster.allocations(), rows);
        }
    }

    @Test
    void aMomentLaterOneOfAHundredIsAnother() {
        FakeCluster cluster = FakeCluster.of(SIZE);
        FakeCluster later = cluster.later(3);
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < SIZE.allocations(); i++) {
            if (!cluster.allocations().get(i).equals(later.allocations().get(i))) {
                changed.add(i);
            }
        }
        assertEquals(12, changed.size());
        assertTrue(changed.stream().allMatch(i -> i % 100 == 3));
    }

    @Test
    void whatItDoesNotHaveIsNotFoundAndNothingIsChangedOnIt() throws Exception {
        MemoryNomad nomad = MemoryNomad.of(FakeCluster.of(SIZE), Plain::new);
        assertEquals(404, get(nomad, "/v1/node/x").status());
        nomad.letGo();
        assertEquals(404, get(nomad, "/v1/nodes").status());
        Http.Call call = Http.Call.post("/v1/jobs", Duration.ofSeconds(1));
        assertThrows(IllegalStateException.class, () -> nomad.change(call));
    }

    @Test
    void itsEventsSayThatTheyAreOpenAndNothingMore() throws Exception {
        MemoryNomad nomad = MemoryNomad.of(FakeCluster.of(SIZE), Plain::new);
        Http.Call call = Http.Call.get("/v1/event/stream", Duration.ofSeconds(1));
        try (Http.Lines lines = nomad.lines(call, Duration.ofSeconds(1))) {
            assertTrue(lines.ready(Duration.ZERO));
            assertEquals(Optional.of(Json.obj()), lines.next());
            assertTrue(!lines.ready(Duration.ofMillis(1)));
            lines.close();
            assertEquals(Optional.empty(), lines.next());
        }
    }

    private static Http.Answer get(MemoryNomad nomad, String path) {
        return nomad.read(Http.Call.get(path, Duration.ofSeconds(1)));
    }
}
