package org.ronron.plugin.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Session;
import org.ronron.testkit.conformance.Lender;
import org.ronron.testkit.conformance.Unheard;

/** Names that no plan gives, refused where nobody listens: before a byte leaves. */
class HostileNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "; rm -rf /",
                "../admin",
                "جمعية",
                "a\u0000b",
                "A-Big-Name",
                "-dash",
                "dash-",
                "two..dots",
                "under_score",
                "a b",
                "%2e%2e",
                "*"
            })
    void aHostileNameIsRefusedBeforeAByteLeaves(String hostile) throws Exception {
        everyVerbRefuses(hostile);
    }

    @Test
    void aNameOfTenThousandCharactersIsRefused() throws Exception {
        everyVerbRefuses("a".repeat(10_000));
    }

    private static void everyVerbRefuses(String hostile) throws Exception {
        Map<String, String> nowhere = Map.of("url", "http://127.0.0.1:1", "user", "zoe");
        try (Lender lender = new Lender(Map.of("password", "secret12"), InstantSource.system());
                Session session =
                        lender.open(new MinioConnector(), nowhere, true, Duration.ofSeconds(2))) {
            Actions actions = session.capability(Actions.class).orElseThrow();
            for (Verb verb : Verb.values()) {
                Action action = Plans.of(verb.word(), hostile);
                actions.describe(action);
                actions.inverse(action);
                Fault no = fault(() -> actions.perform(action, new Unheard()));
                assertEquals(MinioError.BAD_NAME, no.code(), verb.word());
                assertEquals(Effect.NONE, no.effect());
                Fault unseen = fault(() -> actions.probe(action));
                assertEquals(MinioError.BAD_NAME, unseen.code(), verb.word());
            }
        }
    }

    private static Fault fault(Executable tried) {
        return assertThrows(ConnectorException.class, tried).fault();
    }
}
