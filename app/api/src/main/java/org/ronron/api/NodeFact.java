package org.ronron.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One machine as one system knows it.
 *
 * @param key the system's own id of it
 * @param name its host name; machines of several systems are joined by name and address
 * @param addresses IP addresses, without ports
 * @param zone where the system says that it stands
 * @param memory bytes in all, of the whole machine
 * @param cpu MHz in all, of the whole machine, over all cores
 * @param disk bytes in all, of the file system that matters to this system
 * @param diskFree bytes
 * @param role what it does in its cluster ("storage", "gateway", "none"); empty for a plain machine
 * @param labels further facts to show, as text; keys are {@code fact.<key>} in the connector's
 *     texts
 * @param room what of the sizes services cannot have, and what is in use
 */
public record NodeFact(
        String key,
        String name,
        List<String> addresses,
        Optional<String> zone,
        Reach reach,
        Machine machine,
        OptionalLong memory,
        OptionalLong cpu,
        OptionalLong disk,
        OptionalLong diskFree,
        String role,
        Map<String, String> labels,
        NodeRoom room) {
    /** Whether the system sees the node now. */
    public enum Reach {
        UP,
        DOWN,
        UNKNOWN
    }

    /**
     * What kind of machine it is, as far as the system can tell: it decides whether hands can move
     * it.
     */
    public enum Machine {
        PHYSICAL,
        VIRTUAL,
        CONTAINER,
        UNKNOWN
    }

    public NodeFact {
        addresses = List.copyOf(addresses);
        labels = Map.copyOf(labels);
    }

    /** A machine of which nobody tells what services cannot have, nor what is in use. */
    public NodeFact(
            String key,
            String name,
            List<String> addresses,
            Optional<String> zone,
            Reach reach,
            Machine machine,
            OptionalLong memory,
            OptionalLong cpu,
            OptionalLong disk,
            OptionalLong diskFree,
            String role,
            Map<String, String> labels) {
        this(
                key,
                name,
                addresses,
                zone,
                reach,
                machine,
                memory,
                cpu,
                disk,
                diskFree,
                role,
                labels,
                NodeRoom.UNKNOWN);
    }

    /** The same with the whole machine's memory and processors. */
    public NodeFact sized(OptionalLong bytes, OptionalLong megahertz) {
        return new NodeFact(
                key, name, addresses, zone, reach, machine, bytes, megahertz, disk, diskFree, role,
                labels, room);
    }

    /** The same with what of its sizes is not for services or in use. */
    public NodeFact withRoom(NodeRoom told) {
        return new NodeFact(
                key, name, addresses, zone, reach, machine, memory, cpu, disk, diskFree, role,
                labels, told);
    }

    /**
     * A machine as a cluster's list of its members tells it: nothing of its kind, its memory and
     * its processors.
     */
    public static NodeFact member(
            String key,
            String name,
            List<String> addresses,
            Optional<String> zone,
            Reach reach,
            OptionalLong disk,
            OptionalLong diskFree,
            String role,
            Map<String, String> labels) {
        OptionalLong unknown = OptionalLong.empty();
        return new NodeFact(
                key,
                name,
                addresses,
                zone,
                reach,
                Machine.UNKNOWN,
                unknown,
                unknown,
                disk,
                diskFree,
                role,
                labels);
    }

    /**
     * The IP address in {@code 10.0.0.1:3901} or {@code [2001:db8::1]:3901}: without its port and
     * brackets.
     */
    public static String ip(String address) {
        return address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }
}
