package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ronron.api.Capability;
import org.ronron.api.CommonError;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Fault;
import org.ronron.api.Forecast;
import org.ronron.api.Host;
import org.ronron.api.Inventory;
import org.ronron.api.Json;
import org.ronron.api.Move;
import org.ronron.api.Observation;
import org.ronron.api.Placement;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/** A connector whose systems answer as a test says, by the setting {@code url}. */
final class FakeSystem implements Connector {
    /** How a system answers when it is asked. */
    interface Answer {
        Observation give() throws ConnectorException;
    }

    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    final List<List<Move>> forecasts = new ArrayList<>();
    final Map<String, String> secretsSeen = new ConcurrentHashMap<>();

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                "fake",
                List.of(
                        Setting.required("url", Setting.Kind.URL),
                        Setting.optional("token", Setting.Kind.SECRET)),
                Set.of(Inventory.class, Placement.class),
                Set.of(),
                "icon",
                List.of("1"));
    }

    @Override
    public ResourceBundle texts(Locale locale) {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return key;
            }

            @Override
            public Enumeration<String> getKeys() {
                return java.util.Collections.emptyEnumeration();
            }
        };
    }

    @Override
    public Session open(Host host) throws ConnectorException {
        String url = host.setting("url").orElse("");
        if (url.equals("bad")) {
            throw new ConnectorException(
                    Fault.of(CommonError.BAD_SETTING, host.endpointName(), "setting", "url"));
        }
        return new Session() {
            @Override
            public <C extends Capability> Optional<C> capability(Class<C> type) {
                if (type == Inventory.class) {
                    return Optional.of(type.cast((Inventory) () -> ask(url)));
                }
                if (type == Placement.class) {
                    return Optional.of(type.cast(new Rules()));
                }
                return Optional.empty();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private Observation ask(String url) throws ConnectorException {
        asked.incrementAndGet();
        Answer answer = answers.get(url);
        if (answer == null) {
            throw new ConnectorException(
                    Fault.of(CommonError.UNREACHABLE, url, "address", url, "cause", "refused"));
        }
        return answer.give();
    }

    private final class Rules implements Placement {
        @Override
        public Forecast forecast(Json.Obj state, List<Move> moves) {
            forecasts.add(moves);
            return new Forecast(
                    10,
                    20,
                    OptionalInt.of(3),
                    OptionalLong.empty(),
                    true,
                    1,
                    2,
                    Map.of(),
                    List.of(),
                    false);
        }

        @Override
        public List<PlacementStep> steps(Json.Obj state, List<Move> moves, String mark) {
            return List.of();
        }
    }
}
