package org.ronron.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Promise P6: no host is trusted that a person, or an authority that this computer knows, did not
 * vouch for. Fourteen cases on SSH, and the counterpart of each on TLS; the figure is that of the
 * cases that passed in this run.
 */
@ExtendWith(RealHostTrustTest.Counting.class)
class RealHostTrustTest {
    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    @Nested
    class OnSsh extends SshTrustCases {}

    @Nested
    class OnTls extends TlsTrustCases {}

    /** Notes each case that passed. */
    static final class Counting implements TestWatcher {
        @Override
        public void testSuccessful(ExtensionContext test) {
            PASSED.add(test.getUniqueId());
        }
    }

    @AfterAll
    static void proof() throws IOException {
        String line = "P6: " + PASSED.size() + " of 28 cases";
        Path folder = Path.of(System.getProperty("ronron.root", "../.."), "target", "proofs");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("P6.txt"), line + "\n");
        System.out.println(line);
        if ("required".equals(System.getProperty("lab"))) {
            assertEquals("P6: 28 of 28 cases", line);
        }
    }
}
