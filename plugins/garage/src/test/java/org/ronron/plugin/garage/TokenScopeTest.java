package org.ronron.plugin.garage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Grant;
import org.ronron.api.Inventory;
import org.ronron.api.Login;
import org.ronron.api.Session;
import org.ronron.layout.buckets.BucketVerb;
import org.ronron.practice.garage.GarageSimulator;
import org.ronron.testkit.conformance.Lender;

/** The least that is printed is enough, and no more is asked for. */
class TokenScopeTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private GarageSimulator garage;

    @BeforeEach
    void start() throws Exception {
        garage = new GarageSimulator(threads);
    }

    @AfterEach
    void stop() {
        garage.close();
        threads.shutdownNow();
    }

    @Test
    void theTokenOfTheConfigurationIsTooMuch() throws Exception {
        Login login = login(Map.of("token", garage.token()));
        assertEquals("admin_token (from daemon configuration)", login.name());
        assertTrue(login.excessive());
        assertEquals(Set.of(), login.forbidden());
    }

    @Test
    void theLeastForReadingReadsAllAndMayChangeNothing() throws Exception {
        Login login = login(Map.of("token", granted(Grant.Purpose.READ)));
        assertEquals("READ", login.name());
        assertFalse(login.excessive());
        Set<String> changing = new HashSet<>(BucketVerb.needs().keySet());
        changing.addAll(List.of(GarageActions.STAGE, GarageActions.APPLY));
        assertEquals(changing, login.forbidden());
    }

    @Test
    void theLeastForWritingMayDoBothSteps() throws Exception {
        Login login = login(Map.of("token", granted(Grant.Purpose.WRITE)));
        assertFalse(login.excessive());
        assertEquals(Set.of(), login.forbidden());
    }

    @Test
    void aTokenForWritingAddsItsRightsToOneThatReads() throws Exception {
        Login login =
                login(
                        Map.of(
                                "token", granted(Grant.Purpose.READ),
                                "writeToken", granted(Grant.Purpose.WRITE)));
        assertEquals("READ", login.name());
        assertEquals(Set.of(), login.forbidden());
        assertFalse(login.excessive());
    }

    @Test
    void oneThatCanMakeTokensIsTooMuch() throws Exception {
        List<String> scope = new ArrayList<>(scope(Grant.Purpose.READ));
        scope.add("UpdateAdminToken");
        Login login = login(Map.of("token", garage.token("maker", scope)));
        assertTrue(login.excessive());
    }

    /** A token that may not ask who it is says nothing, and is not taken for a poor one. */
    @Test
    void whatIsNotToldIsNotKnown() throws Exception {
        List<String> scope = new ArrayList<>(scope(Grant.Purpose.READ));
        scope.remove("GetCurrentAdminTokenInfo");
        assertEquals(Login.NOT_TOLD, login(Map.of("token", garage.token("shy", scope))));
    }

    private String granted(Grant.Purpose purpose) {
        return garage.token(purpose.name(), scope(purpose));
    }

    private static List<String> scope(Grant.Purpose purpose) {
        String recipe =
                new GarageConnector()
                        .grants().stream()
                                .filter(g -> g.purpose() == purpose)
                                .findFirst()
                                .orElseThrow()
                                .recipe();
        return Arrays.asList(recipe.split(" ", -1)[4].split(",", -1));
    }

    private Login login(Map<String, String> secrets) throws Exception {
        Map<String, String> settings = Map.of("url", "" + garage.adminUrl(1));
        try (Lender lender = new Lender(secrets, InstantSource.system());
                Session session =
                        lender.open(
                                new GarageConnector(), settings, false, Duration.ofSeconds(20))) {
            return session.capability(Inventory.class).orElseThrow().observe().login();
        }
    }
}
