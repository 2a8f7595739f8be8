package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.core.port.CrashPoint;
import org.ronron.core.port.UlidIds;
import org.ronron.store.Store;

/** The search for secrets finds what is planted, in every form, and nothing else. */
class HaystackTest {
    private static final List<String> CANARIES = Canaries.hatch().all();
    private static final byte[] NOISE =
            "only what anybody may read\n".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> eachFormIsFound() {
        List<DynamicTest> tests = new ArrayList<>();
        Haystack search = new Haystack(CANARIES);
        for (Canaries.Use use : Canaries.Use.values()) {
            String canary = CANARIES.get(use.ordinal());
            tests.add(
                    DynamicTest.dynamicTest(
                            use.name(),
                            () -> {
                                for (var form : Haystack.forms(canary).entrySet()) {
                                    for (byte[] planted : form.getValue()) {
                                        assertEquals(
                                                Set.of(canary),
                                                search.in(amid(planted)),
                                                form.getKey());
                                    }
                                }
                            }));
        }
        return tests.stream();
    }

    private static byte[] amid(byte[] planted) throws java.io.IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(NOISE);
        all.write(planted);
        all.write(NOISE);
        return all.toByteArray();
    }

    @Test
    void base64OfALongerTextIsFoundWhereverItBegins() {
        for (String canary : CANARIES) {
            for (int before = 0; before < 7; before++) {
                String text = "x".repeat(before) + canary + "tail";
                byte[] coded = Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
                assertEquals(Set.of(canary), new Haystack(CANARIES).in(coded), canary + before);
            }
        }
    }

    @Test
    void oneLineOfTwoIsEnough() {
        String canary = CANARIES.get(Canaries.Use.TOKEN_OF_TWO_LINES.ordinal());
        String line = canary.split("\n", -1)[1];
        assertEquals(
                Set.of(canary), new Haystack(CANARIES).in(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        Files.write(folder.resolve("noise"), NOISE);
        byte[] bytes = new byte[1 << 20];
        Arrays.fill(bytes, (byte) 'a');
        Files.write(folder.resolve("more"), bytes);
        assertEquals(Map.of(), new Haystack(CANARIES).in(folder));
    }

    @Test
    void whatIsPlantedInTheDatabaseIsFoundThere() throws Exception {
        String canary = CANARIES.getFirst();
        Clock clock = Clock.systemUTC();
        UlidIds ids = new UlidIds(clock, new java.security.SecureRandom());
        try (Store store = Store.open(folder, clock, ids, CrashPoint.NONE)) {
            store.workspace().savePreference("name", canary);
            Map<Path, Set<String>> open = new Haystack(CANARIES).in(folder);
            assertEquals(Set.of(canary), Set.copyOf(flat(open)), open.toString());
        }
        assertEquals(Set.of(canary), Set.copyOf(flat(new Haystack(CANARIES).in(folder))));
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs").resolve(CANARIES.get(3)), "nothing in it");
        assertEquals(
                Set.of(canary, CANARIES.get(3)),
                Set.copyOf(flat(new Haystack(CANARIES).in(folder))));
    }

    private static List<String> flat(Map<Path, Set<String>> found) {
        return found.values().stream().flatMap(Set::stream).distinct().toList();
    }
}
