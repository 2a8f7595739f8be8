package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Fault;
import org.ronron.practice.nextcloud.StandInFarm;

/** No room on the host: said by its own code, with nothing half-made; then done once there is. */
class FullDiskTest {
    /** A file may have no byte: {@code EFBIG}, whoever runs this. */
    private static final String NO_BYTE = "trap '' XFSZ; ulimit -f 0";

    @TempDir Path folder;

    @Test
    void aConfigurationIsThereWholeOrNotAtAll() throws Exception {
        StandInFarm farm = StandInFarm.make(folder.resolve("farm"), FarmRig.DOMAIN);
        Action write = FarmRig.configure("chorale", 5432);
        assertEquals(NextcloudError.FULL, refused(farm, write).code());
        assertEquals(List.of(), list(farm.configs()));

        Actions room = actions(farm, ":");
        assertEquals(Verdict.NOT_DONE, room.probe(write).verdict());
        room.perform(write, new FarmRig.Quiet());
        assertEquals(Verdict.DONE, room.probe(write).verdict());
    }

    @Test
    void theListKeepsItsLines() throws Exception {
        StandInFarm farm = StandInFarm.make(folder.resolve("farm"), FarmRig.DOMAIN);
        Files.writeString(farm.list(), "amap\nchorale\n");
        for (String verb : List.of("runner.add", "runner.remove")) {
            assertEquals(
                    NextcloudError.FULL,
                    refused(farm, FarmRig.action(verb, "name", "chorale")).code());
        }
        assertEquals("amap\nchorale\n", Files.readString(farm.list()));
        assertEquals(List.of("list", "list.lock"), list(farm.list().resolveSibling("")));
    }

    private Fault refused(StandInFarm farm, Action action) throws Exception {
        Actions full = actions(farm, NO_BYTE);
        Fault fault =
                assertThrows(
                                ConnectorException.class,
                                () -> full.perform(action, new FarmRig.Quiet()))
                        .fault();
        assertEquals(Effect.NONE, fault.effect(), fault::toString);
        return fault;
    }

    private Actions actions(StandInFarm farm, String before) throws ConnectorException {
        Map<String, String> settings = new HashMap<>(farm.settings());
        settings.putAll(Map.of("host", "web.example", "port", "22", "user", "camille"));
        LocalHost host = new LocalHost(settings, before, folder);
        return new NextcloudConnector().open(host).capability(Actions.class).orElseThrow();
    }

    private static List<String> list(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
