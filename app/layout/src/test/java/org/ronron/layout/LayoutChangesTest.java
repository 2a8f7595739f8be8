package org.ronron.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ronron.api.Fingerprint;
import org.ronron.api.Move;

/** What a change leads to, and which layouts are the same. */
class LayoutChangesTest {
    private static final Node A = new Node("a", "one", 5, List.of("x"), 256);
    private static final Node B = new Node("b", "two", 0, List.of(), 0);
    private static final Node C = new Node("c", "two", 7, List.of("y", "z"), 256);
    private static final ClusterLayout LAYOUT = new ClusterLayout(2, 1, List.of(A, B, C));

    @Test
    void aChangeTakesTheNodesPlaceOrAddsIt() {
        Node moved = A.in("three");
        Node added = new Node("d", "four", 9, List.of(), 0);
        ClusterLayout next = LAYOUT.with(List.of(moved, added));
        assertEquals(new ClusterLayout(2, 1, List.of(moved, B, C, added)), next);
        assertTrue(next.says(moved));
        assertFalse(next.says(A));
        assertFalse(LAYOUT.says(added));
        assertEquals(new ClusterLayout(2, 1, List.of(B)), LAYOUT.without(List.of("a", "c")));
        assertEquals(Optional.of(C), LAYOUT.node("c"));
        assertEquals(Optional.empty(), LAYOUT.node("d"));
    }

    @Test
    void aMoveIsAChangeOfTheRolesThatAreThere() {
        RoleChange change =
                RoleChange.of(LAYOUT, List.of(new Move("c", "three"), new Move("d", "three")));
        assertEquals(List.of(C.in("three")), change.nodes());
        assertEquals(List.of(C), change.was());
        assertEquals(LAYOUT.with(List.of(C.in("three"))).digest(), change.after());
    }

    @Test
    void whatANodeIsToldIsAllButWhatItStores() {
        assertTrue(A.says(new Node("a", "one", 5, List.of("x"), 0)));
        assertFalse(A.says(new Node("a", "one", 6, List.of("x"), 256)));
        assertFalse(A.says(new Node("a", "one", 5, List.of(), 256)));
        assertFalse(A.says(new Node("b", "one", 5, List.of("x"), 256)));
        assertFalse(A.says(A.in("two")));
    }

    /** Plans that are under way hold digests: this is how they were written. */
    @Test
    void theDigestIsOfWhatNodesAreToldInAnyOrder() {
        assertEquals(Fingerprint.of("2a one 5 [x]|b two 0 []|c two 7 [y, z]"), LAYOUT.digest());
        assertEquals(LAYOUT.digest(), new ClusterLayout(2, 9, List.of(C, B, A)).digest());
        assertNotEquals(LAYOUT.digest(), new ClusterLayout(1, 1, List.of(A, B, C)).digest());
    }

    @Test
    void layoutsAgreeWhenTheyAlsoStoreAsMuchOnEachNode() {
        Node less = new Node("a", "one", 5, List.of("x"), 255);
        assertTrue(LAYOUT.agrees(new ClusterLayout(2, 1, List.of(C, A, B))));
        assertFalse(LAYOUT.agrees(LAYOUT.with(List.of(less))));
        assertEquals(LAYOUT.digest(), LAYOUT.with(List.of(less)).digest());
    }

    @Test
    void theReplicationFactorIsWhatIsStored() {
        assertEquals(OptionalInt.of(2), LAYOUT.replicationFactor());
        assertEquals(OptionalInt.empty(), new ClusterLayout(0, 0, List.of(B)).replicationFactor());
    }
}
