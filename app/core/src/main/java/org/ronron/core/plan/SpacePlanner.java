package org.ronron.core.plan;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ronron.api.Json;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Edits;
import org.ronron.core.model.EndpointView;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.PlainText;
import org.ronron.core.model.Request;
import org.ronron.core.model.RequestRef;
import org.ronron.core.model.Space;
import org.ronron.core.port.Ids;
import org.ronron.core.port.Journal;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.Sessions;

/**
 * From a wish for a space, or an answer to a request, to a plan. Pure but for the sessions it is
 * lent: those are opened for what they say without a call. Any thread.
 */
public final class SpacePlanner {
    /** So many characters at the end of a plan's id tell what it made from what others did. */
    private static final int MARK = 6;

    private static final Set<String> CUTS_OFF = Set.of("suspend", "remove", "office");

    private final Sessions sessions;
    private final Ids ids;
    private final InstantSource clock;

    public SpacePlanner(Sessions sessions, Ids ids, InstantSource clock) {
        this.sessions = sessions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The plan that carries the change out.
     *
     * @param who decides, by name
     * @throws RefusedException {@code SPACE_TAKEN}, {@code BAD_NAME}, {@code DECIDED}, {@code
     *     BLUEPRINT_NEEDS}, {@code NO_SUCH_SPACE}
     */
    public Plan plan(
            Collective now, SpaceChange change, Collection<Blueprint> blueprints, String who)
            throws RefusedException {
        String id = ids.next();
        String mark = id.substring(id.length() - MARK).toLowerCase(Locale.ROOT);
        return switch (change) {
            case MakeSpace make ->
                    make(now, make, blueprint(blueprints, make.blueprint()), id, mark, who);
            case AlterSpace alter ->
                    alter(now, alter, blueprint(blueprints, alter.blueprint()), id, mark, who);
            case AnswerRequest answer -> answer(now, answer, id, mark, who);
        };
    }

    private Plan make(
            Collective now, MakeSpace make, Blueprint blueprint, String id, String mark, String who)
            throws RefusedException {
        nameIsFree(now, make);
        Optional<Request> request =
                decidable(now, make.request(), make.version(), make.organisation());
        boolean daemon = request.filter(r -> daemon(now, r.ref())).isPresent();
        Map<String, String> options = new TreeMap<>();
        blueprint.options().forEach(o -> options.put(o.key(), o.preset()));
        options.putAll(make.options());
        String section = daemon ? "hand" : Blueprint.MAKE;
        Bindings bindings =
                Bindings.of(now, blueprint, section, make.options(), make.request(), sessions);
        Map<String, String> values = values(make.name(), make.organisation(), mark, who, options);
        values.put("request", make.request().map(RequestRef::key).orElse(""));
        values.put("version", make.version());
        values.putAll(bindings.facts());
        Filling filling = filling(id, values, make.request(), blueprint);
        List<Step> steps =
                new SpaceSteps(bindings, filling, sessions).of(blueprint.section(section));
        Map<String, String> chosen = new TreeMap<>(options);
        chosen.put("mark", mark);
        bindings.endpoints().forEach((role, e) -> chosen.put("on." + role, e.id()));
        Json.Obj edit =
                edit(blueprint.id(), make.organisation(), filling.text("${address}"), chosen)
                        .with("made", clock.instant().toEpochMilli());
        return composed(now, make, id, steps, bindings, List.of(space(now, make.name(), edit)));
    }

    private Plan alter(
            Collective now,
            AlterSpace alter,
            Blueprint blueprint,
            String id,
            String mark,
            String who)
            throws RefusedException {
        Space space =
                now.space(alter.name())
                        .orElseThrow(
                                () -> Wish.refused(OwnError.NO_SUCH_SPACE, "name", alter.name()));
        String version =
                alter.request().flatMap(now::request).map(r -> r.fact().version()).orElse("");
        decidable(now, alter.request(), version, space.organisation());
        Map<String, String> options = new TreeMap<>(space.options());
        Map<String, String> values = new TreeMap<>();
        options.forEach((key, value) -> values.put("was." + key, value));
        options.putAll(alter.options());
        where(blueprint, space, options);
        values.putAll(values(space.name(), space.organisation(), mark, who, options));
        values.put("request", "");
        values.put("version", "");
        Bindings bindings =
                Bindings.of(now, blueprint, alter.section(), options, Optional.empty(), sessions);
        values.putAll(Bindings.keys(space));
        values.putAll(bindings.facts());
        options.computeIfPresent("mark", (key, made) -> values.merge("made", made, (a, b) -> b));
        Filling filling = filling(id, values, Optional.empty(), blueprint);
        List<Step> steps =
                new SpaceSteps(bindings, filling, sessions).of(blueprint.section(alter.section()));
        boolean removes = alter.section().equals("remove");
        Json.Obj edit =
                edit(blueprint.id(), space.organisation(), filling.text("${address}"), options);
        Json.Obj kept =
                space.made().isPresent()
                        ? edit.with("made", space.made().get().toEpochMilli())
                        : edit;
        Json.Obj after = removes ? Json.obj().with("gone", Json.of(true)) : kept;
        return composed(now, alter, id, steps, bindings, List.of(space(now, space.name(), after)));
    }

    /** Of several systems of one type, a space is changed on the one that tells of it. */
    private static void where(Blueprint blueprint, Space space, Map<String, String> options) {
        for (Blueprint.Role role : blueprint.roles()) {
            space.links().stream()
                    .filter(l -> l.type().equals(role.type()))
                    .findFirst()
                    .ifPresent(l -> options.putIfAbsent("on." + role.id(), l.endpointId()));
        }
    }

    private Plan answer(Collective now, AnswerRequest answer, String id, String mark, String who)
            throws RefusedException {
        if (answer.answer() != AnswerRequest.Answer.NOTE) {
            decidable(now, Optional.of(answer.request()), answer.version(), answer.organisation());
        }
        boolean mails = now.endpoints().stream().anyMatch(e -> e.type().equals("mail"));
        Blueprint blueprint = Answers.of(answer, Answers.told(answer) && !mails);
        Bindings bindings =
                Bindings.of(
                        now,
                        blueprint,
                        Blueprint.MAKE,
                        Map.of(),
                        Optional.of(answer.request()),
                        sessions);
        Map<String, String> values = values("", answer.organisation(), mark, who, Map.of());
        values.put("request", answer.request().key());
        values.put("version", answer.version());
        values.put("text", answer.text());
        values.put("address", "");
        values.putAll(bindings.facts());
        Filling filling = new Filling(id, values, Set.of(), Optional.of(answer.request()));
        List<Step> steps =
                new SpaceSteps(bindings, filling, sessions).of(blueprint.section(Blueprint.MAKE));
        return composed(now, answer, id, steps, bindings, List.of());
    }

    private static Blueprint blueprint(Collection<Blueprint> all, String id)
            throws RefusedException {
        return all.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Wish.refused(OwnError.BLUEPRINT_NEEDS, "blueprint", id, "type", id));
    }

    private static void nameIsFree(Collective now, MakeSpace make) throws RefusedException {
        NameCheck check = NameCheck.of(make.name(), now.spaces());
        switch (check.state()) {
            case FREE -> {}
            case TAKEN -> throw Wish.refused(OwnError.SPACE_TAKEN, "name", make.name());
            case SHAPE, TOO_LONG -> throw Wish.refused(OwnError.BAD_NAME, "name", cut(make.name()));
        }
    }

    private static String cut(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    /** The request, if there is one; refused when it is decided already, or has changed. */
    private static Optional<Request> decidable(
            Collective now, Optional<RequestRef> ref, String version, String organisation)
            throws RefusedException {
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        Request request =
                now.request(ref.get())
                        .orElseThrow(
                                () -> Wish.refused(OwnError.NO_SUCH_SPACE, "name", organisation));
        if (!request.fact().waits() || !request.fact().version().equals(version)) {
            String by = request.fact().settled().map(w -> w.by()).orElse("");
            String at = request.fact().settled().map(w -> w.at().toString()).orElse("");
            throw Wish.refused(
                    OwnError.DECIDED,
                    "organisation",
                    request.fact().organisation(),
                    "by",
                    by,
                    "at",
                    at);
        }
        return Optional.of(request);
    }

    private static boolean daemon(Collective now, RequestRef ref) {
        return now.endpoint(ref.endpointId())
                .filter(e -> !e.settings().getOrDefault("maker", "ronron").equals("ronron"))
                .isPresent();
    }

    private static Map<String, String> values(
            String name,
            String organisation,
            String mark,
            String who,
            Map<String, String> options) {
        Map<String, String> values = new TreeMap<>(options);
        values.put("name", name);
        values.put("organisation", PlainText.line(organisation));
        values.put("mark", mark);
        values.put("by", who.isEmpty() ? "Ronron" : who);
        return values;
    }

    /** With the address, which is made of all the others. */
    private static Filling filling(
            String id, Map<String, String> values, Optional<RequestRef> request, Blueprint of)
            throws RefusedException {
        try {
            Set<String> numbers = new TreeSet<>();
            of.options().stream()
                    .filter(o -> o.kind() == Blueprint.Option.Kind.BYTES)
                    .forEach(o -> numbers.addAll(List.of(o.key(), "was." + o.key())));
            String address = new Filling(id, values, numbers, request).text(of.address());
            Map<String, String> all = new LinkedHashMap<>(values);
            all.put("address", address);
            return new Filling(id, all, numbers, request);
        } catch (IllegalArgumentException unfilled) {
            throw Wish.refused(OwnError.INTERNAL, "what", String.valueOf(unfilled.getMessage()));
        }
    }

    private static Json.Obj edit(
            String blueprint, String organisation, String address, Map<String, String> options) {
        return Json.obj()
                .with("blueprint", blueprint)
                .with("organisation", PlainText.line(organisation))
                .with("address", address)
                .with("options", PlanJson.texts(options));
    }

    private static Journal.ModelEdit space(Collective now, String name, Json.Obj value) {
        return new Journal.ModelEdit(now.id(), Edits.SPACE, name, value);
    }

    private Plan composed(
            Collective now,
            SpaceChange change,
            String id,
            List<Step> steps,
            Bindings bindings,
            List<Journal.ModelEdit> edits)
            throws RefusedException {
        if (steps.isEmpty()) {
            throw Wish.refused(OwnError.NO_SUCH_SPACE, "name", change.subject());
        }
        Map<String, String> basis = new TreeMap<>();
        for (EndpointView endpoint : bindings.endpoints().values()) {
            if (steps.stream()
                    .flatMap(s -> s.action().stream())
                    .anyMatch(a -> a.endpointId().equals(endpoint.id()))) {
                basis.put(endpoint.id(), endpoint.fingerprint());
            }
        }
        Plan.CutOff cutOff =
                change instanceof AlterSpace alter && CUTS_OFF.contains(alter.section())
                        ? Plan.CutOff.SPACE
                        : Plan.CutOff.NOBODY;
        return new Plan(
                id,
                now.id(),
                new ArrayList<>(List.of(change)),
                Map.of(),
                basis,
                clock.instant(),
                steps,
                List.of(),
                cutOff,
                List.of(),
                Optional.empty(),
                edits);
    }
}
