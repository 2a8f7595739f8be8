package org.ronron.api;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A host that answers each address with what was set. */
final class CannedHost implements Host {
    static final String NAME = "Armoire";
    private final Map<String, String> settings;
    private final Map<String, Http.Answer> answers = new HashMap<>();

    CannedHost(Map<String, String> settings) {
        this.settings = settings;
    }

    void answers(String address, int status, Json json) {
        answers.put(address, new Canned(status, json, "", Optional.empty()));
    }

    void says(String address, int status, String text) {
        answers.put(address, new Canned(status, Json.Null.NULL, text, Optional.empty()));
    }

    void page(String address, Json json, String next) {
        answers.put(address, new Canned(200, json, "", Optional.of(next)));
    }

    @Override
    public String endpointId() {
        return "e1";
    }

    @Override
    public String endpointName() {
        return NAME;
    }

    @Override
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public boolean hasSecret(String key) {
        return true;
    }

    @Override
    public Http http(URI base, Auth auth) {
        return new Http() {
            @Override
            public Answer read(Call call) {
                return answer(call);
            }

            @Override
            public Answer change(Call call) {
                return answer(call);
            }

            @Override
            public Lines lines(Call call, Duration silence) {
                throw new AssertionError("nothing streams here");
            }

            private Answer answer(Call call) {
                Answer found = answers.get(base + call.path());
                if (found == null) {
                    throw new AssertionError("not set: " + base + call.path());
                }
                return found;
            }
        };
    }

    @Override
    public Shell shell() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public InstantSource clock() {
        throw new UnsupportedOperationException();
    }

    private record Canned(int status, Json json, String text, Optional<String> next)
            implements Http.Answer {
        @Override
        public Optional<String> header(String name) {
            return name.equals("X-Next") ? next : Optional.empty();
        }
    }
}
