package org.ronron.practice.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The clusters are byte for byte those that Nomad's own page was measured with. Lengths and SHA-256
 * are of what the generator of that measurement wrote (nomad-clusters.js, Node.js, 2026): nodes,
 * allocations, pools, jobs.
 */
class FakeClusterTest {
    @Test
    void theSmallOnesAreTheMeasuredOnes() {
        same(
                Size.ELEVEN,
                "22426 ad18e4998c7cd9f4fd703395e958088897d44eccd04053964fb36bc21e87c3a6",
                "72148 08490b57dd6613bdf31c7fd87d7c214e1bf97120d4e39f11728d4eb880f30998",
                "434 0f17bd4925e04a09dd4b678e04ff55725167b27044312d8044cffd0dbde50a5b",
                "9999 ae8e004fae743ce8996628f340189ef2ccd74e84ca4a602b87a2004d8f95cfc7");
        same(
                Size.FIFTY,
                "102522 e4deda405ca6d34c72e0c30586d725de46d9c70d8564d200d37d02decf4af81d",
                "640335 783c15235b926e5bbab1053db38c49ce8656ed56de1558fd94327d8cbded7123",
                "434 0f17bd4925e04a09dd4b678e04ff55725167b27044312d8044cffd0dbde50a5b",
                "32340 6031b77dfe32ddc9337254bb7dfb0dfe94386f55906b56a7c0cb333bb77ce927");
        same(
                Size.HUNDREDS,
                "411136 6963ceb3451ca4f18eb65b28d31ba57ef3ed7cb765712a54c95697e441a1dda7",
                "5154400 aaccc6d645339e129c317625345cb672aaa68fb5db3f3516d79e540bd948343e",
                "434 0f17bd4925e04a09dd4b678e04ff55725167b27044312d8044cffd0dbde50a5b",
                "286047 7851e9dff07ae6e005d772ffe0afd7c044c3d3feb36050e07ce383c3c8f8cb7e");
    }

    @Test
    void theBigOneIsTheMeasuredOne() {
        same(
                Size.THOUSAND,
                "2055876 4a23e65959f5281be8f9f4242f5776737a9cb6160a7179dfb885c0e7b3417968",
                "25856086 e4e2a9b128dcd28a5faad941ef469c14b298d951ee78479c1375e4feff5ff868",
                "434 0f17bd4925e04a09dd4b678e04ff55725167b27044312d8044cffd0dbde50a5b",
                "1322160 08394555c47f2d52edcc1536b05ba29511f6264cfa90137e21cdb3ad1a1e4a52");
    }

    @Test
    void anotherSeedIsAnotherCluster() {
        Size size = new Size(11, 56, 5, 12);
        assertEquals(FakeCluster.of(size), FakeCluster.of(size));
        assertNotEquals(FakeCluster.of(size), FakeCluster.of(Size.ELEVEN));
    }

    private static void same(Size size, String... sums) {
        FakeCluster made = FakeCluster.of(size);
        assertEquals(size.nodes(), made.nodes().size());
        assertEquals(size.allocations(), made.allocations().size());
        List<String> found =
                Stream.of(made.nodes(), made.allocations(), made.pools(), made.jobs())
                        .map(FakeCluster::list)
                        .map(FakeClusterTest::sum)
                        .toList();
        assertEquals(List.of(sums), found);
    }

    private static String sum(byte[] json) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(json);
            return json.length + " " + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
