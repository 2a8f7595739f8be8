package org.ronron.plugin.linux;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ronron.api.Auth;
import org.ronron.api.Host;
import org.ronron.api.Http;
import org.ronron.api.Shell;

/** A host whose machine answers this, and that notes what was run. */
final class FakeHost implements Host {
    static final Map<String, String> SETTINGS =
            Map.of("host", "serveur.example", "port", "22", "user", "camille");
    final List<Shell.Script> ran = new ArrayList<>();
    private final Map<String, String> settings;
    private final Shell.Answer answer;

    FakeHost(Map<String, String> settings, Shell.Answer answer) {
        this.settings = settings;
        this.answer = answer;
    }

    static FakeHost answering(OptionalInt exit, String out, String err, boolean cut) {
        return new FakeHost(SETTINGS, new Shell.Answer(exit, out, err, cut));
    }

    @Override
    public String endpointId() {
        return "e1";
    }

    @Override
    public String endpointName() {
        return "Le serveur";
    }

    @Override
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public boolean hasSecret(String key) {
        return false;
    }

    @Override
    public Http http(URI base, Auth auth) {
        throw new AssertionError("no HTTP is needed to read a machine");
    }

    @Override
    public Shell shell() {
        return (script, arguments, deadline) -> {
            ran.add(script);
            return answer;
        };
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Captures.AT);
    }
}
