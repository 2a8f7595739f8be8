package org.ronron.plugin.nomad;

import org.ronron.api.Wanted;

/**
 * Which members of Nomad's long lists are read: what facts are made of, and what an event is
 * compared by. A cluster of 20,000 allocations tells 28 MB; what is read here stays for as long as
 * the events are followed.
 */
final class Kept {
    static final Wanted NODE =
            Wanted.paths(
                    """
                    ID Name Address Datacenter NodePool NodeClass Version Status Drain LastDrain
                    SchedulingEligibility ReservedResources Meta ModifyIndex LastAllocUpdateIndex
                    NodeResources/Memory NodeResources/Disk NodeResources/Cpu/CpuShares
                    NodeResources/Devices Drivers/*/Healthy Attributes/unique.network.ip-address
                    """);

    static final Wanted ALLOCATION =
            Wanted.paths(
                    """
                    ID Name ModifyIndex =Namespace =NodeID =NodeName =JobID =JobType =TaskGroup
                    =ClientStatus =NextAllocation =AllocatedResources/TaskLifecycles
                    =AllocatedResources/Shared/DiskMB =AllocatedResources/Tasks/*/Memory
                    =AllocatedResources/Tasks/*/Cpu/CpuShares
                    """);

    static final Wanted JOB = Wanted.of("ID", "Namespace", "Type", "Datacenters");

    private Kept() {}
}
