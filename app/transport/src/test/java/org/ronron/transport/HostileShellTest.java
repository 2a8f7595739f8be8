package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Shell;
import org.ronron.core.port.OwnError;

/** What a server can do to us over SSH, and what a volunteer is told of it. */
class HostileShellTest extends HostileShells {
    @Test
    void aPasswordLogsInOnceForManyCommands() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            Shell shell = trusted(server);
            for (int i = 0; i < 5; i++) {
                assertEquals(
                        new Shell.Answer(OptionalInt.of(0), "ok", "", false),
                        shell.run(READ, List.of(), TIME));
            }
            assertEquals(1, server.logins());
            assertEquals(5, server.commands());
        }
    }

    @Test
    void whatIsSentIsTheSameWordsAlways() throws Exception {
        String[] seen = new String[1];
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            seen[0] = exec.command();
                            saying("ok").run(exec);
                        })) {
            trusted(server).run(READ, List.of("jeton"), TIME);
            assertEquals("exec /bin/sh -s", seen[0]);
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNotRepeated() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            Shell shell = trusted(server);
            lent.secrets.put("armoire/password", "faux".toCharArray());
            fails(CommonError.LOGIN_REFUSED, () -> shell.run(READ, List.of(), TIME));
            assertTrue(server.logins() <= 2, "by password and by keyboard, once each");
            assertEquals(0, server.commands());
        }
    }

    @Test
    void aLockedVaultIsSaidAsOne() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            Shell shell = trusted(server);
            lent.secrets.lock();
            fails(OwnError.VAULT_LOCKED, () -> shell.run(READ, List.of(), TIME));
            assertEquals(0, server.logins());
        }
    }

    @Test
    void aChannelKilledWithoutStatusIsUnknownNotSuccess() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            String mark = MinaServer.Exec.mark(exec.script());
                            exec.print(mark + "(half");
                            exec.channel().close(false);
                        })) {
            Shell.Answer answer = trusted(server).run(READ, List.of(), TIME);
            assertEquals(OptionalInt.empty(), answer.exit());
            assertEquals("half", answer.out());
        }
    }

    @Test
    void aStatusWithoutTheWholeOutputIsUnknown() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            exec.print(MinaServer.Exec.mark(exec.script()) + "(half");
                            exec.exit().onExit(0);
                        })) {
            assertEquals(OptionalInt.empty(), trusted(server).run(READ, List.of(), TIME).exit());
        }
    }

    @Test
    void aSessionThatEndsInTheMiddleIsCut() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            exec.script();
                            exec.channel().getSession().close(true);
                        })) {
            Shell shell = trusted(server);
            assertEquals(
                    Effect.NONE,
                    fails(CommonError.CUT, () -> shell.run(READ, List.of(), TIME)).effect());
            assertEquals(
                    Effect.UNKNOWN,
                    fails(CommonError.CUT, () -> shell.run(WRITE, List.of(), TIME)).effect());
            assertEquals(2, server.commands(), "nothing is sent twice");
        }
    }

    @Test
    void aKeyThatChangesWhenKeysAreRenewedStopsTheCommand() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            String mark = MinaServer.Exec.mark(exec.script());
                            changed.await();
                            exec.print(mark + "(");
                            for (int i = 0; i < 100; i++) {
                                exec.print("x".repeat(10_000));
                            }
                            exec.print(mark + ")");
                            exec.exit().onExit(0);
                        },
                        256 * 1024)) {
            Shell shell = trusted(server);
            lent.secrets.put("armoire/password", MinaServer.PASSWORD.toCharArray());
            Thread.ofVirtual()
                    .start(
                            () -> {
                                while (server.commands() == 0) {
                                    Thread.onSpinWait();
                                }
                                server.changeKey();
                                changed.countDown();
                            });
            fails(CommonError.TRUST_CHANGED, () -> shell.run(READ, List.of(), TIME));
            fails(CommonError.TRUST_CHANGED, () -> shell.run(READ, List.of(), TIME));
            assertEquals(1, server.commands());
        }
    }

    @Test
    void forgettingAKeyEndsTheSession() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            Shell shell = trusted(server);
            shell.run(READ, List.of(), TIME);
            String address = "ssh://127.0.0.1:" + server.port();
            lent.trust.forget(address, lent.trust.keys(address).getFirst().fingerprint());
            fails(CommonError.TRUST_UNKNOWN, () -> shell.run(READ, List.of(), TIME));
            lent.trust.breakDown();
            fails(OwnError.STORE_FAILED, () -> shell.run(READ, List.of(), TIME));
            assertEquals(1, server.commands());
        }
    }

    @Test
    void waitingForAFreeChannelEndsAtTheDeadline() throws Exception {
        CountDownLatch hanging = new CountDownLatch(8);
        CountDownLatch end = new CountDownLatch(1);
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            hanging.countDown();
                            end.await();
                            saying("ok").run(exec);
                        })) {
            Shell shell = trusted(server);
            CountDownLatch done = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        shell.run(READ, List.of(), TIME);
                                        done.countDown();
                                    } catch (ConnectorException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
            }
            assertTrue(hanging.await(20, TimeUnit.SECONDS));
            fails(CommonError.TIMEOUT, () -> shell.run(READ, List.of(), SHORT));
            end.countDown();
            assertTrue(done.await(20, TimeUnit.SECONDS));
            assertEquals(8, server.commands());
        }
    }

    @Test
    void droppingEndsWhatRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            running.countDown();
                            new CountDownLatch(1).await();
                        })) {
            Shell shell = trusted(server);
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    running.await();
                                } catch (InterruptedException e) {
                                    return;
                                }
                                lent.transport.drop("e1");
                            });
            assertEquals(
                    Effect.UNKNOWN,
                    fails(CommonError.CUT, () -> shell.run(WRITE, List.of(), TIME)).effect());
        }
    }

    @Test
    void manyEndpointsShareOneClient() throws Exception {
        try (MinaServer server = new MinaServer(saying("ok"))) {
            trusted(server).run(READ, List.of(), TIME);
            long before = clientThreads();
            for (int i = 0; i < 30; i++) {
                lent.host("other" + i, false, TIME, server.settings(), "password")
                        .shell()
                        .run(READ, List.of(), TIME);
            }
            assertTrue(clientThreads() <= before + 8, before + " then " + clientThreads());
        }
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().contains("SshClient"))
                .count();
    }

    @RepeatedTest(20)
    void renewingKeysWhileOutputFlowsLosesNothing() throws Exception {
        MinaServer[] self = new MinaServer[1];
        StringBuilder printed = new StringBuilder();
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            String mark = MinaServer.Exec.mark(exec.script());
                            exec.print(mark + "(");
                            for (int i = 0; self[0].exchanges() < 8; i++) {
                                String piece = "%07d".formatted(i).repeat(150);
                                printed.append(piece);
                                exec.print(piece);
                            }
                            exec.print(mark + ")");
                            exec.exit().onExit(0);
                        },
                        64 * 1024)) {
            self[0] = server;
            Shell.Answer answer = trusted(server).run(READ, List.of("jeton".repeat(50_000)), TIME);
            assertEquals(OptionalInt.of(0), answer.exit());
            String[] parts = answer.out().split("\n…\n");
            assertEquals(answer.cut() ? 2 : 1, parts.length);
            String all = printed.toString();
            assertTrue(answer.cut() || all.equals(answer.out()), "all of it");
            assertTrue(all.startsWith(parts[0]), "first part");
            assertTrue(all.endsWith(parts[parts.length - 1]), "last part");
        }
    }
}
