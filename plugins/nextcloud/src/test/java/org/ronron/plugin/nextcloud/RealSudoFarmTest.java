package org.ronron.plugin.nextcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronron.api.Action;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Evidence.Verdict;
import org.ronron.api.Observation;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;
import org.ronron.testkit.conformance.Lab;

/** A farm whose configurations are another account's, which sudo allows us to act as. */
class RealSudoFarmTest {
    @TempDir Path folder;

    @BeforeEach
    void needed() throws Exception {
        try {
            Programs.ofThisMachine().require("sudo", "apt install sudo");
            Programs.ofThisMachine().require("sshd", "apt install openssh-server");
            if (!"root".equals(System.getProperty("user.name"))) {
                throw new MissingProgramException("root's right", "run as root");
            }
        } catch (MissingProgramException missing) {
            throw Lab.missing(missing);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void filesAreThatAccounts() throws Exception {
        try (FarmRig rig = new FarmRig(folder, Map.of("web", "nobody"))) {
            UserPrincipal nobody = give(rig.farm.folder());
            Action write = FarmRig.configure("chorale", 5432);
            rig.done(write);
            assertEquals(nobody, Files.getOwner(rig.config("chorale")));
            assertTrue(
                    Files.readString(rig.config("chorale")).contains("'dbpassword' => 'dbSecret"));
            Observation seen = rig.observe();
            assertEquals("root", seen.login().name());
            assertTrue(rig.actions().describe(write).exactCall().contains("sudo -u nobody"));
            rig.done(rig.actions().inverse(write).orElseThrow());
        }
    }

    private static UserPrincipal give(Path farm) throws Exception {
        UserPrincipal nobody =
                farm.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody");
        try (Stream<Path> all = Files.walk(farm)) {
            for (Path one : all.toList()) {
                Files.setOwner(one, nobody);
            }
        }
        return nobody;
    }

    @Test
    void whatTheAccountMayNotWriteIsSaid() throws Exception {
        try (FarmRig rig = new FarmRig(folder, Map.of("web", "nobody"))) {
            give(rig.farm.folder());
            Files.setOwner(rig.farm.configs(), Files.getOwner(folder));
            Action write = FarmRig.configure("chorale", 5432);
            assertEquals(NextcloudError.NOT_ALLOWED, rig.refused(write).code());
            assertTrue(rig.observe().login().forbidden().contains("config.write"));
            assertEquals(Verdict.NOT_DONE, rig.verdict(write));
        }
    }

    @Test
    void whatSudoRefusesIsARightThatIsMissing() throws Exception {
        try (FarmRig rig = new FarmRig(folder, Map.of("web", "nobody-of-this-name"))) {
            ConnectorException refused = assertThrows(ConnectorException.class, rig::observe);
            assertEquals(CommonError.RIGHT_MISSING, refused.fault().code());
            assertEquals(
                    "sudo -u nobody-of-this-name /bin/sh -s",
                    refused.fault().details().get("right"));
        }
    }
}
