package org.ronron.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ronron.api.Action;
import org.ronron.api.Json;
import org.ronron.testkit.conformance.Counting;

/**
 * A counting server, with actions as a plan has them; the first of them is the one that is done.
 *
 * @param server is closed by who made it
 */
record Sampled(Counting server, List<Verb> verbs) implements Counting {
    /** An action without its endpoint. */
    record Verb(String name, Json.Obj arguments) {
        Action at(String endpointId) {
            return new Action(endpointId, name, arguments);
        }
    }

    @Override
    public List<Action> samples(String endpointId) {
        return verbs.stream().map(verb -> verb.at(endpointId)).toList();
    }

    @Override
    public Optional<Action> one(String endpointId) {
        return Optional.of(verbs.getFirst().at(endpointId));
    }

    @Override
    public Map<String, String> settings() {
        return server.settings();
    }

    @Override
    public Optional<Map<String, String>> beside() {
        return server.beside();
    }

    @Override
    public List<String> changes(Predicate<String> reads) {
        return server.changes(reads);
    }

    @Override
    public boolean countsLibraries() {
        return server.countsLibraries();
    }

    @Override
    public int calls() {
        return server.calls();
    }

    @Override
    public void close() {}
}
