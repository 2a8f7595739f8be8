package org.ronron.core.model;

import java.util.OptionalLong;

/** What a machine has and services reserve: bytes of memory and disk, MHz of processors. */
public enum Resource {
    MEMORY,
    CPU,
    DISK;

    /** The whole machine's; empty when not known. */
    public OptionalLong of(Node node) {
        return switch (this) {
            case MEMORY -> node.memory();
            case CPU -> node.cpu();
            case DISK -> node.disk();
        };
    }

    /** What its schedulers leave to the machine itself; empty when none says. */
    public OptionalLong kept(Node node) {
        return switch (this) {
            case MEMORY -> node.room().memoryKept();
            case CPU -> node.room().cpuKept();
            case DISK -> node.room().diskKept();
        };
    }

    /** What is really in use; empty when nobody tells. */
    public OptionalLong used(Node node) {
        return switch (this) {
            case MEMORY -> node.room().memoryUsed();
            case CPU -> node.room().cpuUsed();
            case DISK ->
                    node.disk().isPresent() && node.diskFree().isPresent()
                            ? OptionalLong.of(
                                    Math.max(
                                            0,
                                            node.disk().getAsLong() - node.diskFree().getAsLong()))
                            : OptionalLong.empty();
        };
    }

    /** What a workload reserves, whether that still counts or not; empty when not known. */
    public OptionalLong of(Workload workload) {
        return switch (this) {
            case MEMORY -> workload.memory();
            case CPU -> workload.cpu();
            case DISK -> workload.disk();
        };
    }
}
