package org.ronron.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ronron.api.ClusterFact;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Session;

/**
 * A connector before a good server's answers, spoilt at random: there is an observation, a forecast
 * and steps, or a fault in words; never another exception. The good answers are asked for once;
 * what follows is without I/O.
 */
final class SpoiltAnswers {
    private final Host real;
    private final Random random;
    private final Map<String, Http.Answer> good = new HashMap<>();
    private boolean spoiling;

    /**
     * @param real lends the way to the good server
     */
    SpoiltAnswers(Host real, long seed) {
        this.real = real;
        this.random = new Random(seed);
    }

    /**
     * Tries it so many times.
     *
     * @return how many could be read nevertheless
     */
    int readable(Connector connector, int cases) {
        Host host = through(Host.class, (method, given) -> lent(call(real, method, given)));
        int read = 0;
        for (int i = 0; i <= cases; i++) {
            spoiling = i > 0;
            try (Session session = connector.open(host)) {
                Observation seen = session.capability(Inventory.class).orElseThrow().observe();
                read++;
                planned(session, seen);
            } catch (ConnectorException refused) {
                assertTrue(spoiling, refused::toString);
                assertEquals(real.endpointName(), refused.fault().endpoint());
                assertEquals(Effect.NONE, refused.fault().effect());
            } catch (RuntimeException | StackOverflowError unworded) {
                fail("case " + i + ": an exception without words", unworded);
            }
        }
        return read - 1;
    }

    private static void planned(Session session, Observation seen) throws ConnectorException {
        Optional<Placement> placement = session.capability(Placement.class);
        if (placement.isEmpty() || seen.clusters().isEmpty() || seen.nodes().isEmpty()) {
            return;
        }
        ClusterFact cluster = seen.clusters().getFirst();
        NodeFact last = seen.nodes().getLast();
        String elsewhere = seen.nodes().getFirst().zone().orElse("elsewhere");
        List<Move> moves = List.of(new Move(last.key(), elsewhere));
        placement.get().forecast(cluster.state(), moves);
        placement.get().steps(cluster.state(), moves, "m1");
    }

    private Object lent(Object lent) {
        return lent instanceof Http http
                ? through(Http.class, (method, given) -> answered(http, method, given))
                : lent;
    }

    private Object answered(Http http, Method method, Object[] given) throws Throwable {
        if (!method.getName().equals("read")) {
            return call(http, method, given);
        }
        Http.Call asked = (Http.Call) given[0];
        String key = asked.method() + " " + asked.path() + " " + asked.body();
        Http.Answer answer = good.get(key);
        if (answer == null) {
            answer = whole((Http.Answer) call(http, method, given));
            good.put(key, answer);
        }
        Http.Answer known = answer;
        return spoiling ? through(Http.Answer.class, (m, g) -> spoilt(call(known, m, g))) : known;
    }

    /** Read once, so that ten thousand cases are not ten thousand times parsed. */
    private static Http.Answer whole(Http.Answer answer) throws ConnectorException {
        Json json =
                answer.text().startsWith("{") || answer.text().startsWith("[")
                        ? answer.json()
                        : Json.Null.NULL;
        return json == Json.Null.NULL
                ? answer
                : through(
                        Http.Answer.class,
                        (method, given) ->
                                method.getName().equals("json")
                                        ? json
                                        : call(answer, method, given));
    }

    private Object spoilt(Object told) {
        if (!(told instanceof Json json) || random.nextInt(3) == 0) {
            return told;
        }
        SpoiltJson spoilt = new SpoiltJson(random);
        Json made = json;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            made = spoilt.once(made);
        }
        return made;
    }

    /** What stands in for a method. */
    private interface Instead {
        Object call(Method method, Object[] given) throws Throwable;
    }

    private static <T> T through(Class<T> type, Instead instead) {
        InvocationHandler handler = (self, method, given) -> instead.call(method, given);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object on, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(on, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
