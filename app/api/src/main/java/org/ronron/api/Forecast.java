package org.ronron.api;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What moving nodes would do to one cluster, computed here without asking it.
 *
 * @param usableBefore bytes that can be stored, each counted once
 * @param copiesToMove pieces of data that would be copied; empty when not known
 * @param bytesToMove at most so much goes over the network; empty when not known
 * @param exact false when what is copied is about right only; sizes and zones to lose always are
 * @param zonesLostBefore how many zones may fail from now on with no data lost and everything still
 *     working; below 0 when something cannot be written as it is
 * @param zonesLostWhileAway how many may fail besides, while machines of one zone are carried: what
 *     is carried counts as its zone lost. Below 0: what they hold cannot be written in that time
 * @param perNode pieces a node would hold, by the node's key
 * @param warnings text keys of the connector, worst first
 * @param workloadsToMove services that have to find another place; empty when this cluster runs
 *     none
 * @param impossible true when the system would refuse; warnings then say why
 */
public record Forecast(
        long usableBefore,
        long usableAfter,
        OptionalInt copiesToMove,
        OptionalLong bytesToMove,
        boolean exact,
        int zonesLostBefore,
        int zonesLostWhileAway,
        int zonesLostAfter,
        Map<String, Integer> perNode,
        List<Warning> warnings,
        OptionalInt workloadsToMove,
        boolean impossible) {
    /**
     * A remark on a forecast: the text {@code forecast.<key>} of the connector, with its values.
     *
     * @param losing whether data cannot be read or written, or could be lost, in between or after
     */
    public record Warning(String key, Map<String, String> details, boolean losing) {
        public Warning {
            details = Map.copyOf(details);
        }

        /** One that nothing is lost by. */
        public Warning(String key, Map<String, String> details) {
            this(key, details, false);
        }
    }

    /** Whether data cannot be written while machines are carried, or after. */
    public boolean losing() {
        boolean storing = stores() && (zonesLostWhileAway < 0 || zonesLostAfter < 0);
        return !impossible && (storing || warnings.stream().anyMatch(Warning::losing));
    }

    /** How many zones may fail while data is copied: what both the old and the new state allow. */
    public int zonesLostWhileCopying() {
        return Math.min(zonesLostBefore, zonesLostAfter);
    }

    public Forecast {
        perNode = Map.copyOf(perNode);
        warnings = List.copyOf(warnings);
    }

    /** The same, with one remark more after the others. */
    public Forecast with(Warning more) {
        return new Forecast(
                usableBefore,
                usableAfter,
                copiesToMove,
                bytesToMove,
                exact,
                zonesLostBefore,
                zonesLostWhileAway,
                zonesLostAfter,
                perNode,
                Stream.concat(warnings.stream(), Stream.of(more)).toList(),
                workloadsToMove,
                impossible);
    }

    /** Of a cluster that stores data, all of whose machines are up. */
    public Forecast(
            long usableBefore,
            long usableAfter,
            OptionalInt copiesToMove,
            OptionalLong bytesToMove,
            boolean exact,
            int zonesLostBefore,
            int zonesLostAfter,
            Map<String, Integer> perNode,
            List<Warning> warnings,
            boolean impossible) {
        this(
                usableBefore,
                usableAfter,
                copiesToMove,
                bytesToMove,
                exact,
                zonesLostBefore,
                zonesLostBefore - 1,
                zonesLostAfter,
                perNode,
                warnings,
                OptionalInt.empty(),
                impossible);
    }

    /** Of a cluster that runs services and stores nothing. */
    public static Forecast ofWorkloads(int toMove, List<Warning> warnings) {
        return new Forecast(
                0,
                0,
                OptionalInt.empty(),
                OptionalLong.empty(),
                true,
                0,
                0,
                0,
                Map.of(),
                warnings,
                OptionalInt.of(toMove),
                false);
    }

    /** Whether it is about stored data at all. */
    public boolean stores() {
        return workloadsToMove.isEmpty();
    }
}
