package org.ronron.ui.pages.connections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.api.Reach;
import org.ronron.core.desk.DeskState.TrustQuestion;
import org.ronron.core.desk.EndpointDraft;
import org.ronron.core.desk.Trial;
import org.ronron.core.hosts.HostLine;
import org.ronron.core.model.EndpointView;

/** One machine of several on its way to be a connection. FX thread only. */
final class HostRow {
    private static final String SSH_PORT = "22";

    /** How far it is. */
    enum State {
        /** A connection to this address is there already. */
        EXISTING,
        NEW,
        TRYING,
        ANSWERED,
        /** Its key has to be compared first. */
        QUESTION,
        FAILED,
        ADDED
    }

    private final HostLine line;
    private final String name;
    private boolean ticked;
    private State state;
    private Optional<Observation> seen = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    private Optional<TrustQuestion> question = Optional.empty();

    /**
     * @param names that other connections or rows have
     */
    HostRow(HostLine line, List<EndpointView> endpoints, List<String> names) {
        this.line = line;
        boolean there = endpoints.stream().anyMatch(this::same);
        state = there ? State.EXISTING : State.NEW;
        ticked = !there;
        String free = line.name();
        for (int i = 2; !there && contains(names, free); i++) {
            free = line.name() + " (" + i + ")";
        }
        name = free;
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean same(EndpointView endpoint) {
        String port = endpoint.settings().getOrDefault("port", SSH_PORT);
        return endpoint.settings().getOrDefault("host", "").equalsIgnoreCase(line.host())
                && port.equals(port());
    }

    private String port() {
        return line.port().isPresent() ? "" + line.port().getAsInt() : SSH_PORT;
    }

    HostLine line() {
        return line;
    }

    String name() {
        return name;
    }

    String address() {
        String host = line.host().contains(":") ? "[" + line.host() + "]" : line.host();
        return line.port().isPresent() ? host + ":" + port() : host;
    }

    State state() {
        return state;
    }

    boolean ticked() {
        return ticked && state != State.EXISTING && state != State.ADDED;
    }

    void tick(boolean on) {
        ticked = on;
    }

    Optional<Observation> seen() {
        return seen;
    }

    Optional<Fault> fault() {
        return fault;
    }

    Optional<TrustQuestion> question() {
        return question;
    }

    void trying() {
        state = State.TRYING;
        fault = Optional.empty();
        question = Optional.empty();
    }

    void answered(Trial trial) {
        seen = trial.seen();
        fault = trial.fault();
        question = trial.question();
        state =
                seen.isPresent()
                        ? State.ANSWERED
                        : question.isPresent() ? State.QUESTION : State.FAILED;
    }

    void added() {
        state = State.ADDED;
    }

    void failed(Fault why) {
        fault = Optional.of(why);
        state = State.FAILED;
    }

    /**
     * As the form would have it; what its line does not say is as for all.
     *
     * @param secrets fresh copies, wiped by who gives them
     */
    EndpointDraft draft(String type, String user, String keyFile, Map<String, char[]> secrets) {
        Map<String, String> settings = new HashMap<>();
        settings.put("host", line.host());
        settings.put("port", port());
        settings.put("user", line.user().isEmpty() ? user : line.user());
        String key = line.keyFile().isEmpty() ? keyFile : line.keyFile();
        settings.put("keyFile", key);
        if (!line.via().isEmpty()) {
            settings.put(Reach.VIA, line.via());
            settings.put(Reach.VIA_KEY_FILE, key);
        }
        settings.values().removeIf(String::isEmpty);
        return new EndpointDraft(type, name, settings, secrets);
    }
}
