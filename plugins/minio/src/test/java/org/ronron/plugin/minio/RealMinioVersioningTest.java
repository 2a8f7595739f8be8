package org.ronron.plugin.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minio.SetBucketVersioningArgs;
import io.minio.messages.VersioningConfiguration;
import io.minio.messages.VersioningConfiguration.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Inventory;
import org.ronron.api.LinkFact;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Severity;
import org.ronron.testkit.conformance.Lender;

/**
 * Older versions that nobody wanted fill a space's quota: on a real MinIO, until it is suspended.
 */
class RealMinioVersioningTest {
    @Test
    void versioningOfSpacesIsOneFindingUntilItIsSuspended() throws Exception {
        try (RealServer minio = RealServer.needed();
                Lender lender = new Lender(minio.secrets(), InstantSource.system());
                Session session =
                        lender.open(
                                new MinioConnector(),
                                minio.settings(),
                                false,
                                Duration.ofSeconds(60))) {
            Inventory inventory = session.capability(Inventory.class).orElseThrow();
            for (String bucket : List.of("plain.aaaaaa", "one.aaaaaa", "ronron-removed")) {
                minio.bucket(bucket);
            }
            minio.bucket("two.aaaaaa");
            versioning(minio, "ronron-removed", Status.ENABLED);
            minio.real().await(() -> seen(inventory).links().size() == 3);
            assertEquals(Optional.empty(), finding(inventory), "the archive is no space's");

            versioning(minio, "one.aaaaaa", Status.ENABLED);
            versioning(minio, "two.aaaaaa", Status.ENABLED);
            minio.real().await(() -> buckets(inventory).equals("one.aaaaaa, two.aaaaaa"));
            FindingFact found = finding(inventory).orElseThrow();
            assertEquals(Severity.WARN, found.severity());
            assertEquals("", found.subject());
            assertEquals(Map.of("buckets", "one.aaaaaa, two.aaaaaa", "many", "2"), found.details());
            Map<String, LinkFact.Health> health =
                    Map.of(
                            "plain", LinkFact.Health.FINE,
                            "one", LinkFact.Health.ATTENTION,
                            "two", LinkFact.Health.ATTENTION);
            for (LinkFact link : seen(inventory).links()) {
                assertEquals(health.get(link.space()), link.health(), link.key());
            }

            versioning(minio, "one.aaaaaa", Status.SUSPENDED);
            minio.real().await(() -> buckets(inventory).equals("two.aaaaaa"));
            versioning(minio, "two.aaaaaa", Status.SUSPENDED);
            minio.real().await(() -> finding(inventory).isEmpty());
            assertTrue(
                    seen(inventory).links().stream()
                            .allMatch(link -> link.health() == LinkFact.Health.FINE));
        }
    }

    private static void versioning(RealServer minio, String bucket, Status status)
            throws Exception {
        minio.s3()
                .setBucketVersioning(
                        SetBucketVersioningArgs.builder()
                                .bucket(bucket)
                                .config(new VersioningConfiguration(status, false))
                                .build());
    }

    private static Observation seen(Inventory inventory) {
        try {
            return inventory.observe();
        } catch (ConnectorException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<FindingFact> finding(Inventory inventory) {
        return seen(inventory).findings().stream()
                .filter(f -> f.kind().equals("versioned"))
                .findFirst();
    }

    private static String buckets(Inventory inventory) {
        return finding(inventory).map(f -> f.details().getOrDefault("buckets", "")).orElse("");
    }
}
