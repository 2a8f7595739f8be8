package org.ronron.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * How a kind of space is made and changed, as data. Its words are the window's texts {@code
 * blueprint.<id>.name} and {@code .help}, {@code option.<key>.label} and {@code
 * option.<key>.<choice>}.
 *
 * @param address by which people reach such a space, with places as in arguments
 * @param roles which systems it needs
 * @param sections by name ({@code make}, {@code suspend}, {@code resume}, {@code quota}, {@code
 *     office}, {@code remove}), the steps in order
 */
public record Blueprint(
        String id,
        String address,
        List<Role> roles,
        List<Option> options,
        Map<String, List<Entry>> sections) {
    /** The section by which a space is made. */
    public static final String MAKE = "make";

    /**
     * A system that it needs.
     *
     * @param type of the connector
     * @param optional whether its steps are left out where there is none
     */
    public record Role(String id, String type, boolean optional) {}

    /**
     * What is chosen for each space.
     *
     * @param choices the values to choose from; others may be typed where it is {@code BYTES}
     */
    public record Option(String key, Kind kind, String preset, List<String> choices) {
        /** What its values are. */
        public enum Kind {
            BYTES,
            CHOICE
        }

        public Option {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A step.
     *
     * @param needs ids of entries before it
     * @param unless an option and the value with which it is left out, {@code office=none}; {@code
     *     request=} leaves it out without a request, {@code key.record=} where no system tells of
     *     that part
     * @param waits whether it is only probed, until the world has done it
     */
    public record Entry(
            String id,
            String role,
            String verb,
            Json.Obj arguments,
            List<String> needs,
            Optional<String> unless,
            boolean waits) {
        public Entry {
            needs = List.copyOf(needs);
        }
    }

    public Blueprint {
        roles = List.copyOf(roles);
        options = List.copyOf(options);
        sections = Map.copyOf(sections);
    }

    public List<Entry> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    public Optional<Role> role(String wanted) {
        return roles.stream().filter(r -> r.id().equals(wanted)).findFirst();
    }
}
