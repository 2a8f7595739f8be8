package org.ronron.core.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronron.api.Action;
import org.ronron.api.Actions;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Notices;
import org.ronron.api.Progress;
import org.ronron.api.Session;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/** The one verb that a connection's own setting allows, and nothing beside it. */
class OnlyTellingTest {
    private final Rig rig = new Rig();
    private String endpoint = "";

    @BeforeEach
    void connect() {
        rig.system.wanted.put("u1", new Notices.Wanted("all", 0, 0));
        endpoint = rig.connected(Rig.node("celeri", "neptune")).id();
    }

    private Json.Obj perform(Session session, String verb) throws ConnectorException {
        Action action = new Action(endpoint, verb, Json.obj().with("k", "z"));
        return session.capability(Actions.class).orElseThrow().perform(action, new Silent());
    }

    @Test
    void onlyTheNoticePasses() throws Exception {
        try (Session session = rig.sessions().telling(endpoint)) {
            assertEquals(Json.obj(), perform(session, Notices.SEND));
            ConnectorException other =
                    assertThrows(ConnectorException.class, () -> perform(session, "move"));
            assertEquals(CommonError.READ_ONLY, other.fault().code());
            assertTrue(session.capability(Inventory.class).isEmpty());
        }
        assertEquals(1, rig.system.sent.size());
        assertTrue(rig.system.moved.isEmpty());
        RefusedException writing =
                assertThrows(RefusedException.class, () -> rig.sessions().writing(endpoint));
        assertEquals(OwnError.WRITING_OFF, writing.fault().code());
    }

    @Test
    void whereNothingIsWishedItIsWritingLikeAnyOther() throws Exception {
        rig.system.wanted.put("u1", new Notices.Wanted("off", 0, 0));
        RefusedException off =
                assertThrows(RefusedException.class, () -> rig.sessions().telling(endpoint));
        assertEquals(OwnError.WRITING_OFF, off.fault().code());
        rig.done(rig.desk.allowWriting(endpoint, Duration.ofHours(1)));
        try (Session session = rig.sessions().telling(endpoint)) {
            assertEquals(Json.obj(), perform(session, "move"));
        }
    }

    private record Silent() implements Progress {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
