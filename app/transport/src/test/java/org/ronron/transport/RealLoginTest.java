package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.Fault;
import org.ronron.api.Shell;

/** Host keys and logins, with a real OpenSSH server. */
class RealLoginTest extends RealShells {
    @Test
    void anUnknownKeyIsAskedForAsOpensshPrintsIt() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Fault fault =
                    refused(
                            CommonError.TRUST_UNKNOWN,
                            () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
            assertEquals(
                    Map.of(
                            "address",
                            "ssh://127.0.0.1:" + sshd.port(),
                            "algorithm",
                            "ssh-ed25519",
                            "fingerprint",
                            fingerprint(sshd)),
                    fault.details());
        }
    }

    @Test
    void aChangedKeyStopsTheEndpoint() throws Exception {
        int port;
        try (RealSshd sshd = new RealSshd(folder)) {
            port = sshd.port();
            assertEquals("ok", trusted(sshd).run(reading("printf ok"), List.of(), TIME).out());
            sshd.newHostKey("ecdsa");
        }
        try (RealSshd sshd = new RealSshd(folder, port)) {
            Fault fault =
                    refused(
                            CommonError.TRUST_CHANGED,
                            () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
            assertEquals(fingerprint(sshd), fault.details().get("seen"));
            assertEquals(
                    lent.trust.keys("ssh://127.0.0.1:" + port).getFirst().fingerprint(),
                    fault.details().get("known"));
            refused(
                    CommonError.TRUST_CHANGED,
                    () -> shell(sshd).run(reading("echo no"), List.of(), TIME));
        }
    }

    @Test
    void ofSeveralHostKeysTheKnownOneIsAskedFor() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            sshd.keygen("second", "rsa", "");
        }
        try (RealSshd sshd = new RealSshd(folder, "HostKey " + folder.resolve("second"))) {
            String address = "ssh://127.0.0.1:" + sshd.port();
            Process shown =
                    new ProcessBuilder("ssh-keygen", "-l", "-f", folder + "/second.pub").start();
            String rsa =
                    new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .split(" ")[1];
            lent.trust.accept(
                    new org.ronron.core.port.Trust.TrustedKey(address, "ssh-rsa", rsa, 1, "Sam"));
            assertEquals("ok", shell(sshd).run(reading("printf ok"), List.of(), TIME).out());
        }
    }

    @Test
    void aRefusedLoginIsSaidAsOne() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            trusted(sshd);
            Map<String, String> other = new HashMap<>(sshd.settings());
            other.put("keyFile", sshd.keygen("stranger", "ed25519", "").toString());
            Fault fault =
                    refused(
                            CommonError.LOGIN_REFUSED,
                            () ->
                                    lent.host(false, TIME, other)
                                            .shell()
                                            .run(reading("echo no"), List.of(), TIME));
            assertEquals("ssh://127.0.0.1:" + sshd.port(), fault.details().get("address"));
        }
    }

    @Test
    void keysOfAllKindsAndWithPassphrases() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            trusted(sshd);
            for (String kind : List.of("rsa", "ecdsa", "ed25519")) {
                Path key = sshd.keygen("key-" + kind, kind, "mot de passe " + kind);
                Files.writeString(
                        sshd.file("authorized"),
                        Files.readString(sshd.file("key-" + kind + ".pub")));
                Map<String, String> settings = new HashMap<>(sshd.settings());
                settings.put("keyFile", key.toString());
                lent.secrets.put("armoire/passphrase", ("mot de passe " + kind).toCharArray());
                lent.transport.drop("e1");
                Shell shell = lent.host(false, TIME, settings, "passphrase").shell();
                assertEquals("ok", shell.run(reading("printf ok"), List.of(), TIME).out());
                lent.transport.drop("e1");
                lent.secrets.put("armoire/passphrase", "faux".toCharArray());
                refused(
                        CommonError.BAD_SETTING,
                        () -> shell.run(reading("printf ok"), List.of(), TIME));
            }
        }
    }

    @Test
    void theUsersAgentIsAskedWhereNothingElseIsGiven() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (RealSshd sshd = new RealSshd(folder);
                Lent withAgent = new Lent(Optional.of(socket))) {
            ProcessBuilder add =
                    new ProcessBuilder("ssh-add", "-q", sshd.file("client").toString())
                            .redirectErrorStream(true);
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertEquals(0, add.start().waitFor());
            Map<String, String> settings = new HashMap<>(sshd.settings());
            settings.remove("keyFile");
            withAgent.trust.accept(
                    refused(
                            CommonError.TRUST_UNKNOWN,
                            () -> shell(sshd).run(reading(":"), List.of(), TIME)));
            assertEquals(
                    "ok",
                    withAgent
                            .host(false, TIME, settings)
                            .shell()
                            .run(reading("printf ok; ssh-add -l"), List.of(), TIME)
                            .out());
            lent.trust.accept(withAgent.trust.keys("ssh://127.0.0.1:" + sshd.port()).getFirst());
            Fault fault =
                    refused(
                            CommonError.BAD_SETTING,
                            () ->
                                    lent.host(false, TIME, settings)
                                            .shell()
                                            .run(reading(":"), List.of(), TIME));
            assertEquals("keyFile", fault.details().get("setting"));
        } finally {
            agent.destroy();
        }
    }
}
