package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronron.api.Auth;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.api.Http;
import org.ronron.api.Shell;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.Trust;

/** The fourteen cases on SSH: real OpenSSH, but for the two that say why not. */
abstract class SshTrustCases extends RealTunnels {
    private String say(Shell shell) throws ConnectorException {
        return shell.run(reading("printf ok"), List.of(), TIME).out();
    }

    private Shell at(RealSshd sshd, String key, String value) throws ConnectorException {
        Map<String, String> settings = new HashMap<>(sshd.settings());
        settings.put(key, value);
        return lent.host(false, TIME, settings).shell();
    }

    /** Nobody was let in, and nobody was even tried. */
    private static void nothingWasShown(RealSshd sshd) throws Exception {
        String log = Files.readString(sshd.file("log"));
        assertFalse(log.contains("Accepted ") || log.contains("Failed "), log);
    }

    @Test
    void newKey() throws Exception {
        try (RealSshd sshd = machine("a")) {
            Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> say(shell(sshd)));
            assertEquals(fingerprint(sshd), fault.details().get("fingerprint"));
            assertEquals(sshd.address(), fault.details().get("address"));
            nothingWasShown(sshd);
            lent.trust.accept(fault);
            assertEquals("ok", say(shell(sshd)));
        }
    }

    @Test
    void sameKey() throws Exception {
        int port;
        try (RealSshd sshd = machine("a")) {
            port = sshd.port();
            assertEquals("ok", say(trusted(sshd)));
        }
        try (RealSshd again = machine("a", port)) {
            assertEquals("ok", say(shell(again)));
        }
    }

    @Test
    void changedKeyOfTheSameType() throws Exception {
        int port;
        try (RealSshd sshd = machine("a")) {
            port = sshd.port();
            assertEquals("ok", say(trusted(sshd)));
            sshd.newHostKey("ed25519");
        }
        try (RealSshd stranger = machine("a", port);
                RealSshd elsewhere = machine("b")) {
            Fault fault = refused(CommonError.TRUST_CHANGED, () -> say(shell(stranger)));
            assertEquals(fingerprint(stranger), fault.details().get("seen"));
            assertNotEquals(fingerprint(stranger), fault.details().get("known"));
            refused(CommonError.TRUST_CHANGED, () -> say(shell(elsewhere)));
            nothingWasShown(stranger);
            nothingWasShown(elsewhere);
        }
    }

    @Test
    void otherTypeAdded() throws Exception {
        int port;
        try (RealSshd sshd = machine("a")) {
            port = sshd.port();
            assertEquals("ok", say(trusted(sshd)));
            sshd.keygen("rsa", "rsa", "");
            sshd.keygen("ecdsa", "ecdsa", "");
        }
        String folderA = folder.resolve("a") + "/";
        try (RealSshd more =
                machine("a", port, "HostKey " + folderA + "ecdsa", "HostKey " + folderA + "rsa")) {
            assertEquals("ok", say(shell(more)), "the known one is asked for");
        }
        try (RealSshd only =
                machine(
                        "a",
                        port,
                        "HostKeyAlgorithms ecdsa-sha2-nistp256",
                        "HostKey " + folderA + "ecdsa")) {
            refused(CommonError.TRUST_CHANGED, () -> say(shell(only)));
            nothingWasShown(only);
        }
    }

    /** Revoked by the one who decides here: a person forgets it, while a session is open. */
    @Test
    void revoked() throws Exception {
        try (RealSshd sshd = machine("a")) {
            Shell shell = trusted(sshd);
            assertEquals("ok", say(shell));
            lent.trust.forget(sshd.address(), fingerprint(sshd));
            refused(CommonError.TRUST_UNKNOWN, () -> say(shell));
            assertEquals(1, sshd.logins());
        }
    }

    /** Host authorities are not supported: whatever they say, a person is asked, or it ends. */
    @Test
    void certificateOfAHostAuthority() throws Exception {
        String none = "@none";
        for (String[] kind :
                new String[][] {
                    {"valid", "127.0.0.1,localhost", "+1d"},
                    {"expired", "127.0.0.1", "20200101:20200201"},
                    {"other", "another.example.org", "+1d"},
                    {"nameless", none, "+1d"},
                }) {
            Path own = folder.resolve(kind[0]);
            try (RealSshd plain = machine(kind[0])) {
                plain.keygen("ca", "ed25519", "");
            }
            List<String> sign =
                    new java.util.ArrayList<>(
                            List.of("ssh-keygen", "-q", "-s", own + "/ca", "-I", "x", "-h", "-V"));
            sign.add(kind[2]);
            if (!kind[1].equals(none)) {
                sign.addAll(List.of("-n", kind[1]));
            }
            sign.add(own + "/host.pub");
            assertEquals(0, new ProcessBuilder(sign).start().waitFor(), kind[0]);
            String certificate = "HostCertificate " + own + "/host-cert.pub";
            try (RealSshd sshd = machine(kind[0], certificate)) {
                Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> say(shell(sshd)));
                assertEquals("ssh-ed25519", fault.details().get("algorithm"));
                assertEquals(fingerprint(sshd), fault.details().get("fingerprint"));
                nothingWasShown(sshd);
                lent.trust.accept(fault);
                assertEquals("ok", say(shell(sshd)));
            }
            try (RealSshd only =
                    machine(
                            kind[0],
                            certificate,
                            "HostKeyAlgorithms ssh-ed25519-cert-v01@openssh.com")) {
                Fault fault = refused(CommonError.UNREACHABLE, () -> say(shell(only)));
                assertEquals("no safe encryption in common", fault.details().get("cause"));
                nothingWasShown(only);
            }
        }
    }

    /** The rows of this computer's own table are not signed; one that was tampered with shows. */
    @Test
    void rowThatIsNotOurs() throws Exception {
        try (RealSshd sshd = machine("a")) {
            for (Trust.TrustedKey bad :
                    List.of(
                            new Trust.TrustedKey(sshd.address(), "ssh-ed25519", "", 1, ""),
                            new Trust.TrustedKey(sshd.address(), "ssh-ed25519", "*", 1, ""),
                            new Trust.TrustedKey(
                                    sshd.address(), "ssh-ed25519", "MD5:00:11:22", 1, ""),
                            new Trust.TrustedKey(sshd.address(), "", fingerprint(sshd), 1, ""))) {
                lent.trust.accept(bad);
                refused(OwnError.STORE_FAILED, () -> say(shell(sshd)));
                lent.trust.forget(bad.address(), bad.fingerprint());
            }
            nothingWasShown(sshd);
        }
    }

    @Test
    void tableThatCannotBeRead() throws Exception {
        try (RealSshd sshd = machine("a")) {
            Shell shell = trusted(sshd);
            assertEquals("ok", say(shell));
            lent.trust.breakDown();
            refused(OwnError.STORE_FAILED, () -> say(shell));
            assertEquals(1, sshd.logins());
        }
    }

    @Test
    void otherPort() throws Exception {
        try (RealSshd sshd = machine("a")) {
            assertEquals("ok", say(trusted(sshd)));
            try (RealSshd twin = new RealSshd(folder.resolve("a"))) {
                Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> say(shell(twin)));
                assertEquals(twin.address(), fault.details().get("address"));
                assertEquals(fingerprint(sshd), fault.details().get("fingerprint"));
            }
        }
    }

    @Test
    void ipv6Literal() throws Exception {
        try (RealSshd sshd = machine("a", "ListenAddress ::1")) {
            Shell shell = at(sshd, "host", "::1");
            Fault fault = refused(CommonError.TRUST_UNKNOWN, () -> say(shell));
            assertEquals("ssh://[::1]:" + sshd.port(), fault.details().get("address"));
            lent.trust.accept(fault);
            assertEquals("ok", say(shell));
            assertEquals("ok", say(at(sshd, "host", "[::1]")), "the same, however it is typed");
            assertEquals("ok", say(at(sshd, "host", "0:0:0:0:0:0:0:1")));
            refused(CommonError.TRUST_UNKNOWN, () -> say(shell(sshd)));
        }
    }

    @Test
    void upperCaseAndOtherScripts() throws Exception {
        try (RealSshd sshd = machine("a")) {
            Fault fault =
                    refused(CommonError.TRUST_UNKNOWN, () -> say(at(sshd, "host", "LOCALHOST")));
            assertEquals("ssh://localhost:" + sshd.port(), fault.details().get("address"));
            lent.trust.accept(fault);
            assertEquals("ok", say(at(sshd, "host", "LocalHost")));
            String wide = "ｌｏｃａｌｈｏｓｔ";
            assertEquals("ok", say(at(sshd, "host", wide)), "RFC 3491 makes it the same name");
            Fault unknown =
                    refused(
                            CommonError.UNKNOWN_HOST,
                            () -> say(at(sshd, "host", "Éléphant.invalid")));
            assertEquals("xn--lphant-9uab.invalid", unknown.details().get("host"));
            refused(CommonError.BAD_SETTING, () -> say(at(sshd, "host", "a\u202eb")));
        }
    }

    @Test
    void viaAnotherMachine() throws Exception {
        try (RealSshd hop = machine("hop");
                RealSshd last = machine("last");
                RawServer server = new RawServer(RawServer.text("200 OK", "", "{}"))) {
            assertEquals("ok", say(trusted(last)), "straight");
            Shell behind = lent.host(false, TIME, viaTo(last, hop)).shell();
            Fault first = refused(CommonError.TRUST_UNKNOWN, () -> say(behind));
            assertEquals(hop.address(), first.details().get("address"));
            lent.trust.accept(first);
            Fault second = refused(CommonError.TRUST_UNKNOWN, () -> say(behind));
            assertEquals(last.address() + " via " + hop.address(), second.details().get("address"));
            lent.trust.accept(second);
            assertEquals("ok", say(behind));
            lent.trust.forget(hop.address(), fingerprint(hop));
            lent.trust.accept(
                    new Trust.TrustedKey(
                            hop.address(), "ssh-ed25519", fingerprint(last), 1, "Sam"));
            refused(CommonError.TRUST_CHANGED, () -> say(behind));
            Http http = lent.host(false, TIME, Map.of()).http(server.http(), new Auth.None());
            refused(CommonError.TRUST_CHANGED, () -> http.read(Http.Call.get("/", TIME)));
            assertEquals(0, server.heads().size());
        }
    }

    /** On MINA's server: a real one shows the same key when keys are renewed. */
    @Test
    void keyChangesWhenKeysAreRenewed() throws Exception {
        MinaServer[] self = new MinaServer[1];
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            String mark = MinaServer.Exec.mark(exec.script());
                            exec.print(mark + "(");
                            self[0].changeKey();
                            while (true) {
                                exec.print("x".repeat(1000));
                            }
                        },
                        64 * 1024)) {
            self[0] = server;
            lent.secrets.put("armoire/password", MinaServer.PASSWORD.toCharArray());
            Shell shell = lent.host(false, TIME, server.settings(), "password").shell();
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> say(shell)));
            refused(CommonError.TRUST_CHANGED, () -> say(shell));
            refused(CommonError.TRUST_CHANGED, () -> say(shell));
        }
    }

    /**
     * On MINA's server, which can leave strict key exchange out: then only what Terrapin
     * (CVE-2023-48795) does not reach is agreed to. And OpenSSH, offering only the rest.
     */
    @Test
    void noStrictKeyExchange() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            String mark = MinaServer.Exec.mark(exec.script());
                            exec.print(mark + "(ok" + mark + ")");
                            exec.exit().onExit(0);
                        })) {
            server.withoutStrictKex();
            lent.secrets.put("armoire/password", MinaServer.PASSWORD.toCharArray());
            Shell shell = lent.host(false, TIME, server.settings(), "password").shell();
            lent.trust.accept(refused(CommonError.TRUST_UNKNOWN, () -> say(shell)));
            assertEquals("ok", say(shell));
            assertTrue(
                    server.cipher().matches("aes(128|192|256)-(gcm@openssh.com|ctr)"),
                    server.cipher());
        }
        for (String ciphers : List.of("chacha20-poly1305@openssh.com", "aes256-cbc,aes128-cbc")) {
            try (RealSshd sshd = machine("a", "Ciphers " + ciphers)) {
                Fault fault = refused(CommonError.UNREACHABLE, () -> say(shell(sshd)));
                assertEquals("no safe encryption in common", fault.details().get("cause"));
                nothingWasShown(sshd);
            }
        }
    }
}
