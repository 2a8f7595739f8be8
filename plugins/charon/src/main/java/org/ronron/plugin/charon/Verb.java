package org.ronron.plugin.charon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronron.api.Requests.Maker;
import org.ronron.api.StepClass;

/** The verbs of this connector: class, the roles that a token needs, and what must be given. */
enum Verb {
    CLAIM("request.claim", StepClass.PROBEABLE, "decide worker", "request version mark"),
    RELEASE("request.release", StepClass.IDEMPOTENT, "worker", "request mark"),
    ACCEPT("request.accept", StepClass.PROBEABLE, "worker", "request mark name"),
    HAND("request.hand", StepClass.PROBEABLE, "decide", "request version mark name"),
    FOLLOWED("request.followed", StepClass.READ, "read", "request"),
    REFUSE("request.refuse", StepClass.PROBEABLE, "decide", "request version"),
    ASK("request.ask", StepClass.PROBEABLE, "decide", "request version"),
    ASIDE("request.aside", StepClass.PROBEABLE, "decide", "request version"),
    NOTE("request.note", StepClass.IDEMPOTENT, "decide", "request mark"),
    BEGIN("space.begin", StepClass.PROBEABLE, "worker", "space mark type"),
    GIVE_BACK("space.release", StepClass.IDEMPOTENT, "worker", "space mark"),
    END("space.end", StepClass.PROBEABLE, "worker", "space mark");

    final String id;
    final StepClass stepClass;
    final List<String> given;
    private final List<String> roles;

    Verb(String id, StepClass stepClass, String roles, String given) {
        this.id = id;
        this.stepClass = stepClass;
        this.roles = List.of(roles.split(" "));
        this.given = List.of(given.split(" "));
    }

    /**
     * @throws IllegalArgumentException for none of ours
     */
    static Verb of(String id) {
        return Arrays.stream(values())
                .filter(verb -> verb.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** Roles that a token has to have, by verb. */
    static Map<String, List<String>> needs() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(verb -> verb.id, verb -> verb.roles));
    }

    boolean ofSpace() {
        return id.startsWith("space.");
    }

    /** What Hermès makes we never take up, and what we make is never handed to Hermès. */
    boolean allowedTo(Maker maker) {
        return this == HAND ? maker == Maker.DAEMON : !makes() || maker == Maker.RONRON;
    }

    /** Whether it is of a task that we have claimed. */
    boolean makes() {
        return roles.contains("worker");
    }
}
