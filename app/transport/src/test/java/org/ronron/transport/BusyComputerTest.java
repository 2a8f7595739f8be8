package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.ronron.api.Shell;

/** Machines that are well, asked by a computer that has much to do. */
class BusyComputerTest extends HostileShells {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    /** Twice this is more than the timeout, once leaves room. */
    private static final Duration SLOW = Duration.ofMillis(2_500);

    /** Long enough that logins begun together would meet. */
    private static final Duration BRIEF = Duration.ofMillis(100);

    @Test
    void aSlowLoginTakesNothingOfTheCommandsTime() throws Exception {
        try (MinaServer server =
                new MinaServer(
                        exec -> {
                            waste();
                            saying("ok").run(exec);
                        })) {
            trusted(server);
            server.beforeLogin(BusyComputerTest::waste);
            Shell.Answer answer =
                    shell(server.settings(), TIMEOUT).run(READ, List.of(), Duration.ofSeconds(30));
            assertEquals(new Shell.Answer(OptionalInt.of(0), "ok", "", false), answer);
        }
    }

    @Test
    void manyMachinesAskedAtOnceAreDialledAFewAtATimeAndAllAnswer() throws Exception {
        int places = Math.max(2, Runtime.getRuntime().availableProcessors());
        int machines = places * 4;
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (MinaServer server = new MinaServer(saying("ok"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            trusted(server);
            server.beforeLogin(
                    () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(BRIEF.toNanos());
                        now.decrementAndGet();
                    });
            List<Future<Shell.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < machines; i++) {
                Shell shell =
                        lent.host("machine" + i, false, TIME, server.settings(), "password")
                                .shell();
                answers.add(threads.submit(() -> shell.run(READ, List.of(), TIME)));
            }
            for (Future<Shell.Answer> answer : answers) {
                assertEquals("ok", answer.get(60, TimeUnit.SECONDS).out());
            }
        }
        assertTrue(most.get() <= places, most + " at once");
    }

    private static void waste() {
        LockSupport.parkNanos(SLOW.toNanos());
    }
}
