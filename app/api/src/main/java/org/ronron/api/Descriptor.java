package org.ronron.api;

import java.util.List;
import java.util.Set;

/**
 * What a connector is, before anything is connected.
 *
 * @param id the type, as in {@code ./ronron check <id>} and in its texts
 * @param settings the fields of a connection, in the order of the form
 * @param capabilities the interfaces that a session can offer
 * @param readingCalls HTTP calls other than GET that change nothing, as {@code "POST /path"}: the
 *     only ones of their kind that a read-only endpoint lets through
 * @param icon a literal of the window's icon set
 * @param testedVersions versions that its conformance suite has met, oldest first
 */
public record Descriptor(
        String id,
        List<Setting> settings,
        Set<Class<? extends Capability>> capabilities,
        Set<String> readingCalls,
        String icon,
        List<String> testedVersions) {
    public Descriptor {
        settings = List.copyOf(settings);
        capabilities = Set.copyOf(capabilities);
        readingCalls = Set.copyOf(readingCalls);
        testedVersions = List.copyOf(testedVersions);
    }
}
