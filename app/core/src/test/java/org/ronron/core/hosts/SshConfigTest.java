package org.ronron.core.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ronron.core.hosts.HostList.Kind;
import org.ronron.core.hosts.HostList.Remark;
import org.ronron.core.port.OwnFiles;

/** A person's SSH configuration, read as OpenSSH reads it. */
class SshConfigTest {
    private final Map<String, String> files = new TreeMap<>();

    private HostList read(String config) {
        files.put(OwnFiles.SSH_CONFIG, config);
        return SshConfig.read(files());
    }

    private OwnFiles files() {
        return new OwnFiles() {
            @Override
            public Look look(String path) {
                throw new AssertionError("only read");
            }

            @Override
            public void write(String path, byte[] content) {
                throw new AssertionError("only read");
            }

            @Override
            public Optional<String> text(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public List<String> matching(String pattern) {
                String start = pattern.replaceFirst("\\*$", "");
                return pattern.endsWith("*")
                        ? files.keySet().stream().filter(f -> f.startsWith(start)).toList()
                        : List.of(pattern);
            }
        };
    }

    @Test
    void aMachineHasTheFirstValueOfEachOptionThatApplies() {
        HostList list =
                read(
                        """
                        # chez nous
                        Host onion oignon
                            HostName onion.dathomir.example
                            Port 2222
                            User camille
                            IdentityFile ~/.ssh/id_ed25519
                            ProxyJump relais.example:22
                        Host *.example onion
                            Port 23
                        Host *
                            User zoe
                            IdentityFile "~/.ssh/with space"
                        """);
        HostLine onion = list.hosts().getFirst();
        assertEquals("onion", onion.name());
        assertEquals("onion.dathomir.example", onion.host());
        assertEquals(OptionalInt.of(2222), onion.port());
        assertEquals("camille", onion.user());
        assertEquals("~/.ssh/id_ed25519", onion.keyFile());
        assertEquals("relais.example:22", onion.via());
        assertEquals("config:2", onion.source());
        assertEquals(
                List.of(
                        new Remark("config:2", Kind.TWICE, "oignon"),
                        new Remark("config:8", Kind.PATTERN, "*.example")),
                list.remarks());
    }

    @Test
    void whatAllMachinesHaveAppliesToEach() {
        HostLine celery =
                read("User zoe\nHost celery\n  Port=2200\nHost *\n IdentityFile \"~/.ssh/a b\"\n")
                        .hosts()
                        .getFirst();
        assertEquals("zoe", celery.user());
        assertEquals(OptionalInt.of(2200), celery.port());
        assertEquals("~/.ssh/a b", celery.keyFile());
        assertEquals("celery", celery.host());
    }

    @Test
    void aNegatedPatternTakesOut() {
        HostList list = read("Host onion celery\nHost * !onion\n User zoe\n");
        assertEquals("", list.hosts().get(0).user());
        assertEquals("zoe", list.hosts().get(1).user());
    }

    @Test
    void keywordsAreKnownInAnyCaseAndNoneMeansNone() {
        HostLine line =
                read("""
                                hOST leek
                                HOSTNAME %h.example
                                proxyjump none
                                identityfile none
                                """)
                        .hosts()
                        .getFirst();
        assertEquals("leek.example", line.host());
        assertEquals("", line.via());
        assertEquals("", line.keyFile());
    }

    @Test
    void matchBlocksAreSaidAndTheirOptionsAppliedToNobody() {
        HostList list =
                read(
                        """
                        Host onion
                        Match host onion exec "test -e /x"
                            User root
                            Port 1
                        Match all
                            User zoe
                        """);
        assertEquals("zoe", list.hosts().getFirst().user());
        assertEquals(OptionalInt.empty(), list.hosts().getFirst().port());
        assertEquals(
                List.of(new Remark("config:2", Kind.MATCH, "host onion exec \"test -e /x\"")),
                list.remarks());
    }

    @Test
    void includesAreFollowedWithinTheFolderOnly() {
        files.put("~/.ssh/config.d/a", "Host onion\n User camille\n");
        files.put("~/.ssh/config.d/b", "Host celery\nInclude other\n");
        files.put("~/.ssh/other", "Host leek\n");
        HostList list =
                read(
                        """
                        Include config.d/*
                        Include /etc/ssh/ssh_config.d/x ~/.ssh/../secret ~/.ssh/missing
                        User zoe
                        Host kale
                        """);
        assertEquals(
                List.of("onion", "celery", "kale"),
                list.hosts().stream().map(HostLine::name).toList());
        assertEquals("camille", list.hosts().getFirst().user());
        assertEquals("zoe", list.hosts().getLast().user());
        assertEquals("config.d/a:1", list.hosts().getFirst().source());
        assertEquals(
                List.of(
                        new Remark("config.d/b:2", Kind.INCLUDE, "other"),
                        new Remark("config:2", Kind.INCLUDE, "/etc/ssh/ssh_config.d/x"),
                        new Remark("config:2", Kind.INCLUDE, "~/.ssh/../secret"),
                        new Remark("~/.ssh/missing", Kind.FILE, "~/.ssh/missing")),
                list.remarks());
    }

    @Test
    void aFileThatIncludesItselfEnds() {
        HostList list = read("Include config\nHost onion\n");
        assertEquals(1, list.hosts().size());
        assertEquals(Kind.INCLUDE, list.remarks().getFirst().kind());
    }

    @Test
    void whatNoAddressCouldBeIsSaidAndTheRestIsTaken() {
        HostList list =
                read(
                        """
                        Host bad1
                            HostName -oProxyCommand=reboot
                        Host bad2
                            Port 0
                        Host bad3
                            User -x
                        Host bad4
                            ProxyJump a,-b
                        Host bad5
                            HostName %n.example
                        Host six
                            HostName 2001:db8::7
                        Host cmd
                            ProxyCommand nc %h %p
                        Host key
                            IdentityFile ~/.ssh/%i
                        """);
        assertEquals(
                List.of("six", "cmd", "key"), list.hosts().stream().map(HostLine::name).toList());
        assertEquals("2001:db8::7", list.hosts().getFirst().host());
        assertEquals("", list.hosts().getLast().keyFile());
        assertEquals(
                List.of(
                        Kind.ADDRESS,
                        Kind.PORT,
                        Kind.USER,
                        Kind.VIA,
                        Kind.TOKEN,
                        Kind.COMMAND,
                        Kind.TOKEN),
                list.remarks().stream().map(Remark::kind).toList());
    }

    @Test
    void withoutAFileThereIsNothing() {
        files.put("~/.ssh/other", "Host onion");
        HostList list = read("");
        assertEquals(List.of(), list.hosts());
        assertEquals(List.of(), list.remarks());
        files.clear();
        list = SshConfig.read(files());
        assertEquals(List.of(), list.hosts());
        assertEquals(Kind.FILE, list.remarks().getFirst().kind());
    }
}
