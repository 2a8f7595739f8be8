package org.ronron.plugin.nomad;

import org.ronron.api.Json;
import org.ronron.api.Wanted;

/**
 * Which members of Nomad's long lists are read: what facts are made of, and what an event is
 * compared by. A cluster of 20,000 allocations tells 28 MB; what is read here stays for as long as
 * the events are followed.
 */
final class Kept {
    private static final Wanted SHARES = Wanted.of("CpuShares");

    static final Wanted NODE =
            Wanted.of(
                            "ID",
                            "Name",
                            "Address",
                            "Datacenter",
                            "NodePool",
                            "NodeClass",
                            "Version",
                            "Status",
                            "StatusDescription",
                            "Drain",
                            "LastDrain",
                            "SchedulingEligibility",
                            "ReservedResources",
                            "Meta",
                            "ModifyIndex",
                            "LastAllocUpdateIndex")
                    .with(
                            "NodeResources",
                            Wanted.of("Memory", "Disk")
                                    .with("Cpu", Wanted.of("CpuShares", "TotalCpuCores")))
                    .with("Drivers", Wanted.each(Wanted.of("Healthy")))
                    .with("Attributes", Wanted.of("unique.network.ip-address"));

    static final Wanted ALLOCATION =
            Wanted.of(
                            "ID",
                            "Name",
                            "Namespace",
                            "NodeID",
                            "NodeName",
                            "JobID",
                            "TaskGroup",
                            "ClientStatus",
                            "NextAllocation",
                            "ModifyIndex")
                    .with(
                            "AllocatedResources",
                            Wanted.of("TaskLifecycles")
                                    .with("Shared", Wanted.of("DiskMB"))
                                    .with(
                                            "Tasks",
                                            Wanted.each(Wanted.of("Memory").with("Cpu", SHARES))))
                    .shared(
                            "Namespace",
                            "NodeID",
                            "NodeName",
                            "JobID",
                            "TaskGroup",
                            "ClientStatus",
                            "NextAllocation",
                            "AllocatedResources");

    static final Wanted JOB = Wanted.of("ID", "Namespace", "Type", "Datacenters");

    private Kept() {}

    /** Of a row that was read whole. */
    static Json.Obj of(Wanted wanted, Json.Obj row) {
        return wanted.of(row) instanceof Json.Obj kept ? kept : row;
    }
}
