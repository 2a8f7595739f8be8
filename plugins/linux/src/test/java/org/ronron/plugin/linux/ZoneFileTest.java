package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.Evidence;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.NodeFact;
import org.ronron.api.Session;
import org.ronron.api.Shell;
import org.ronron.api.StepClass;
import org.ronron.practice.ssh.Behaviour;
import org.ronron.practice.ssh.MinaSshd;

/** The zone in a file that Salt or NixOS writes: read, shown, waited for, never written. */
class ZoneFileTest {
    @TempDir Path folder;

    @Test
    void theChangeIsSeenOnceItsOwnerHasMadeIt() throws Exception {
        Path grains = folder.resolve("grains de sel");
        Files.writeString(grains, "roles:\n  - web\ndatacenter: neptune # chez Camille\n");
        Map<String, String> where =
                Map.of("configFile", grains.toString(), "configKey", "datacenter");
        try (MinaSshd machine = machine();
                OverSsh ssh = new OverSsh(machine).trusting();
                Session session = ssh.session(where)) {
            NodeFact node =
                    session.capability(Inventory.class).orElseThrow().observe().nodes().getFirst();
            assertEquals(Optional.of("neptune"), node.zone());
            assertEquals(grains.toString(), node.labels().get("config.file"));
            assertEquals("3", node.labels().get("config.line"));
            assertEquals("datacenter: neptune # chez Camille", node.labels().get("config.text"));

            Actions actions = session.capability(Actions.class).orElseThrow();
            Action look = look("bespin");
            assertEquals(StepClass.READ, actions.describe(look).stepClass());
            Evidence before = actions.probe(look);
            assertEquals(Evidence.Verdict.PENDING, before.verdict());
            assertEquals("datacenter: neptune", before.found());
            Files.writeString(grains, "datacenter: bespin\n");
            assertEquals(Evidence.Verdict.DONE, actions.probe(look).verdict());
            Files.delete(grains);
            assertEquals(Evidence.Verdict.PENDING, actions.probe(look).verdict());
            assertEquals(Optional.empty(), actions.inverse(look));
        }
    }

    /** YAML, Nix, TOML, and lines that only look alike. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "datacenter: neptune|datacenter|neptune",
                "`  datacenter:   'neptune'`|datacenter|neptune",
                "deuxfleurs.siteName = \"neptune\";|deuxfleurs.siteName|neptune",
                "zone=\"chez Camille\" # nord|zone|chez Camille",
                "datacenters: neptune|datacenter|",
                "# datacenter: neptune|datacenter|",
                "deuxfleursXsiteName = neptune|deuxfleurs.siteName|"
            })
    void readsTheLineOfItsKey(String line, String key, String zone) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a: b\n" + line + "\n");
        try (MinaSshd machine = machine();
                OverSsh ssh = new OverSsh(machine).trusting();
                Session session =
                        ssh.session(Map.of("configFile", file.toString(), "configKey", key))) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            Evidence found = actions.probe(look(zone == null ? "neptune" : zone));
            assertEquals(key + ": " + (zone == null ? "?" : zone), found.found());
            assertEquals(zone != null, found.verdict() == Evidence.Verdict.DONE);
        }
    }

    @Test
    void whatIsShownCanBeTypedAndOnlyReadingScriptsRun() throws Exception {
        Map<String, String> settings = new HashMap<>(FakeHost.SETTINGS);
        settings.put("configFile", "/etc/salt/grains");
        settings.put("configKey", "endroit");
        FakeHost host =
                new FakeHost(
                        settings, new Shell.Answer(OptionalInt.of(0), "zone neptune\n", "", false));
        try (Session session = new LinuxConnector().open(host)) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            String call = actions.describe(look("neptune")).exactCall();
            assertTrue(call.startsWith("ssh -p 22 camille@serveur.example grep -n "), call);
            assertTrue(call.contains("endroit") && call.contains("/etc/salt/grains"), call);
            assertEquals(Evidence.Verdict.DONE, actions.probe(look("neptune")).verdict());
            assertTrue(host.ran.stream().allMatch(Shell.Script::reading));
            Action other = new Action("e1", "node.seen", Json.obj());
            assertThrows(IllegalArgumentException.class, () -> actions.describe(other));
        }
    }

    private MinaSshd machine() throws Exception {
        Path own = Files.createDirectories(folder.resolve("ssh"));
        return MinaSshd.start(own, "127.0.0.1", new Behaviour.RunsHere(Map.of()));
    }

    private static Action look(String zone) {
        return new Action("e1", "node.zone", Json.obj().with("zone", zone));
    }
}
