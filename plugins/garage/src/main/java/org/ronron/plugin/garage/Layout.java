package org.ronron.plugin.garage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fingerprint;
import org.ronron.api.Json;
import org.ronron.api.JsonCalls;

/**
 * A cluster's layout, as {@code GetClusterLayout} answers it (admin API v2; v1 has fewer members).
 *
 * @param redundancy least number of zones for each partition; 0 for as many as there can be
 * @param partitionSize bytes; 0 when not told
 * @param staged what waits for the next apply, by anybody: Garage keeps no author
 */
record Layout(
        long version,
        int redundancy,
        long partitionSize,
        List<Role> roles,
        List<Role> staged,
        boolean parametersStaged) {

    /**
     * What a node is told to be.
     *
     * @param capacity bytes; 0 for a gateway, which stores nothing
     * @param stored partitions that it holds, of 256
     * @param removed staged only: the node leaves the layout
     */
    record Role(
            String id, String zone, long capacity, List<String> tags, int stored, boolean removed) {
        static Role of(Json.Obj role) {
            return new Role(
                    role.text("id").orElse(""),
                    role.text("zone").orElse(""),
                    role.number("capacity").orElse(0L),
                    Layout.texts(role, "tags"),
                    role.number("storedPartitions").orElse(0L).intValue(),
                    role.bool("remove").orElse(false));
        }

        Role in(String otherZone) {
            return new Role(id, otherZone, capacity, tags, stored, removed);
        }

        /** As {@code UpdateClusterLayout} wants it: what is left out would be lost. */
        Json.Obj json() {
            return Json.obj()
                    .with("id", id)
                    .with("zone", zone)
                    .with("capacity", capacity > 0 ? Json.of(capacity) : Json.Null.NULL)
                    .with("tags", Json.texts(tags));
        }

        /** Whether both say the same, whatever is stored. */
        boolean says(Role other) {
            return line().equals(other.line());
        }

        private String line() {
            return removed ? id + " -" : id + " " + zone + " " + capacity + " " + tags;
        }

        String name() {
            return tags.isEmpty() ? id.substring(0, Math.min(16, id.length())) : tags.getFirst();
        }

        /** For people: {@code onion → corrin}. */
        String words() {
            return name() + " → " + (removed ? "∅" : zone);
        }
    }

    static Layout read(JsonCalls admin) throws ConnectorException {
        Json.Obj answer = admin.get("/v2/GetClusterLayout");
        if (answer.number("version").isEmpty() || !(answer.at("roles") instanceof Json.Arr)) {
            throw admin.fault(CommonError.BAD_ANSWER, "found", "GetClusterLayout");
        }
        return of(answer);
    }

    static Layout of(Json.Obj answer) {
        Json.Obj redundancy = answer.object("parameters").object("zoneRedundancy");
        return new Layout(
                answer.number("version").orElse(0L),
                redundancy.number("atLeast").orElse(0L).intValue(),
                answer.number("partitionSize").orElse(0L),
                roles(answer, "roles"),
                roles(answer, "stagedRoleChanges"),
                answer.at("stagedParameters") instanceof Json.Obj);
    }

    static List<Role> roles(Json.Obj from, String member) {
        return from.objects(member).stream().map(Role::of).toList();
    }

    static List<String> texts(Json.Obj from, String member) {
        return from.items(member).stream()
                .flatMap(item -> item instanceof Json.Str s ? Stream.of(s.value()) : Stream.empty())
                .toList();
    }

    Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** Whether each of these is what its node will be after the next apply. */
    boolean leadsTo(List<Role> wanted) {
        Layout next = with(staged);
        return wanted.stream().allMatch(w -> next.role(w.id()).filter(w::says).isPresent());
    }

    String stagedWords() {
        List<String> words = new ArrayList<>(staged.stream().map(Role::words).toList());
        if (parametersStaged) {
            words.add("zoneRedundancy");
        }
        return String.join(", ", words);
    }

    /** Equal for layouts that tell every node the same. */
    String digest() {
        return Fingerprint.of(
                redundancy
                        + roles.stream().map(Role::line).sorted().collect(Collectors.joining("|")));
    }

    /** Peers whose layout has this version and other contents; one that is silent says nothing. */
    List<String> unlike(List<JsonCalls> peers) {
        List<String> differing = new ArrayList<>();
        for (JsonCalls peer : peers) {
            try {
                Layout theirs = read(peer);
                if (theirs.version() == version && !theirs.counted().equals(counted())) {
                    differing.add(peer.address());
                }
            } catch (ConnectorException silent) {
                continue;
            }
        }
        return differing;
    }

    /** Equal for layouts that also put the same number of partitions on every node. */
    String counted() {
        return digest() + roles.stream().map(role -> role.id() + role.stored()).sorted().toList();
    }

    /** This layout after these roles have taken the place of the present ones. */
    Layout with(List<Role> changed) {
        List<Role> next = new ArrayList<>(roles);
        for (Role change : changed) {
            next.replaceAll(role -> role.id().equals(change.id()) ? change : role);
            if (role(change.id()).isEmpty()) {
                next.add(change);
            }
        }
        next.removeIf(Role::removed);
        return new Layout(version, redundancy, partitionSize, next, List.of(), false);
    }
}
