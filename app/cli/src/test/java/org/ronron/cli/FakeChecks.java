package org.ronron.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Connector;
import org.ronron.api.ConnectorException;
import org.ronron.api.Descriptor;
import org.ronron.api.Grant;
import org.ronron.api.Host;
import org.ronron.api.Observation;
import org.ronron.api.Session;
import org.ronron.api.Setting;

/** One connector that answers with nothing, or with a fault. */
final class FakeChecks implements Checks {
    String seen = "";
    Map<String, String> settingsSeen = Map.of();
    Set<String> secretsSeen = Set.of();
    List<String> trustedSeen = List.of();
    int asked;
    boolean tokenNeeded;
    char[] held = new char[0];
    @Nullable ConnectorException fault;

    @Override
    public List<Connector> connectors() {
        return List.of(new FakeConnector(tokenNeeded));
    }

    @Override
    public Observation observe(
            Connector connector,
            Map<String, String> settings,
            Map<String, char[]> secrets,
            List<String> trusted,
            Duration timeout)
            throws ConnectorException {
        asked++;
        settingsSeen = Map.copyOf(settings);
        secretsSeen = Set.copyOf(secrets.keySet());
        trustedSeen = List.copyOf(trusted);
        if (fault != null) {
            throw fault;
        }
        held = secrets.getOrDefault("token", held);
        seen = new String(held);
        return new Observation(
                Instant.EPOCH, "1.0", "f", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private record FakeConnector(boolean tokenNeeded) implements Connector {
        @Override
        public Descriptor descriptor() {
            return new Descriptor(
                    "fake",
                    List.of(
                            Setting.required("url", Setting.Kind.URL),
                            tokenNeeded
                                    ? Setting.required("token", Setting.Kind.SECRET)
                                    : Setting.optional("token", Setting.Kind.SECRET)),
                    Set.of(),
                    Set.of(),
                    "fth-box",
                    List.of("1.0"));
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {{"grant.read", "A token that reads."}};
                }
            };
        }

        @Override
        public List<Grant> grants() {
            return List.of(new Grant(Grant.Purpose.READ, "read", "make-token --read\nx"));
        }

        @Override
        public Session open(Host host) {
            throw new AssertionError("not opened here");
        }
    }
}
