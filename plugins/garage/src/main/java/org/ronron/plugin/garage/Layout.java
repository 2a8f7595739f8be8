package org.ronron.plugin.garage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ronron.api.Json;

/**
 * A cluster's layout, as {@code GetClusterLayout} answers it (admin API v2; v1 has fewer members).
 *
 * @param redundancy {@code maximum}, or the least number of zones
 * @param partitionSize bytes; 0 when not told
 * @param staged what waits for the next apply, by anybody: Garage keeps no author
 */
record Layout(
        long version,
        String redundancy,
        long partitionSize,
        List<Role> roles,
        List<Role> staged,
        boolean parametersStaged) {

    /**
     * What a node is told to be.
     *
     * @param capacity bytes; empty for a gateway, which stores nothing
     * @param stored partitions that it holds, of 256
     * @param removed staged only: the node leaves the layout
     */
    record Role(
            String id,
            String zone,
            OptionalLong capacity,
            List<String> tags,
            int stored,
            boolean removed) {
        static Role of(Json.Obj role) {
            Optional<Long> capacity = role.number("capacity");
            return new Role(
                    role.text("id").orElse(""),
                    role.text("zone").orElse(""),
                    capacity.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    role.items("tags").stream()
                            .filter(Json.Str.class::isInstance)
                            .map(tag -> ((Json.Str) tag).value())
                            .toList(),
                    role.number("storedPartitions").orElse(0L).intValue(),
                    role.bool("remove").orElse(false));
        }

        Role in(String otherZone) {
            return new Role(id, otherZone, capacity, tags, stored, removed);
        }

        /** As {@code UpdateClusterLayout} wants it: what is left out would be lost. */
        Json.Obj json() {
            Json size = capacity.isPresent() ? Json.of(capacity.getAsLong()) : Json.Null.NULL;
            return Json.obj()
                    .with("id", id)
                    .with("zone", zone)
                    .with("capacity", size)
                    .with("tags", Json.texts(tags));
        }

        /** Whether both say the same, whatever is stored. */
        boolean says(Role other) {
            return line().equals(other.line());
        }

        String line() {
            return removed ? id + " -" : id + " " + zone + " " + capacity + " " + tags;
        }

        /** For people: {@code onion → corrin}. */
        String words() {
            String name = tags.isEmpty() ? id.substring(0, Math.min(16, id.length())) : tags.get(0);
            return name + " → " + (removed ? "∅" : zone);
        }
    }

    static Layout of(Json.Obj answer) {
        Json redundancy = answer.object("parameters").at("zoneRedundancy");
        return new Layout(
                answer.number("version").orElse(0L),
                redundancy instanceof Json.Obj atLeast
                        ? "" + atLeast.number("atLeast").orElse(1L)
                        : "maximum",
                answer.number("partitionSize").orElse(0L),
                roles(answer, "roles"),
                roles(answer, "stagedRoleChanges"),
                answer.at("stagedParameters") instanceof Json.Obj);
    }

    static List<Role> roles(Json.Obj from, String member) {
        return from.objects(member).stream().map(Role::of).toList();
    }

    Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** What the node will be after the next apply. */
    Optional<Role> next(String id) {
        return staged.stream().filter(role -> role.id().equals(id)).findFirst().or(() -> role(id));
    }

    String stagedWords() {
        String words = staged.stream().map(Role::words).collect(Collectors.joining(", "));
        return parametersStaged ? words + (words.isEmpty() ? "" : ", ") + "zoneRedundancy" : words;
    }

    /** Equal for layouts that tell every node the same. */
    String digest() {
        return sha256(
                redundancy
                        + roles.stream().map(Role::line).sorted().collect(Collectors.joining("|")));
    }

    /** Equal for layouts that also put the same number of partitions on every node. */
    String fullDigest() {
        return sha256(
                digest() + roles.stream().map(role -> role.id() + role.stored()).sorted().toList());
    }

    /** This layout after these roles have taken the place of the present ones. */
    Layout with(List<Role> changed) {
        List<Role> next =
                roles.stream()
                        .map(
                                role ->
                                        changed.stream()
                                                .filter(c -> c.id().equals(role.id()))
                                                .findFirst()
                                                .orElse(role))
                        .toList();
        return new Layout(version, redundancy, partitionSize, next, List.of(), false);
    }

    static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
