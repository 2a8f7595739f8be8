package org.ronron.practice.nomad;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.ronron.api.Json;
import org.ronron.core.json.JsonText;

/** What stands in every row, with the members that Nomad 2.0.5 gives it. */
final class Shapes {
    /** A node as {@code /v1/nodes} lists it, without its resources. */
    static final Json.Obj STUB =
            read(
                    """
                    {"Drain": false, "Drivers": {"raw_exec": {"Attributes":
                      {"driver.raw_exec": "true"}, "Detected": true,
                      "HealthDescription": "Healthy", "Healthy": true,
                      "UpdateTime": "2026-11-22T13:57:04.466292837Z"}},
                     "HostVolumes": {}, "LastDrain": null, "NodeClass": "",
                     "NodePool": "default", "StatusDescription": ""}
                    """);

    /** What {@code resources=true} adds, and the full node has. */
    static final Json.Obj RESOURCES =
            read(
                    """
                    {"NodeResources": {"Cpu": {"CpuShares": 5400, "ReservableCpuCores": [0, 1],
                        "TotalCpuCores": 2}, "Devices": null, "Disk": {"DiskMB": 258019},
                      "MaxDynamicPort": 32000, "Memory": {"MemoryMB": 7846},
                      "MinDynamicPort": 20000, "Networks": [], "NodeNetworks": [],
                      "Processors": {"Topology": {"Cores": [], "Distances": null, "Nodes": [0],
                        "OverrideTotalCompute": 5400, "OverrideWitholdCompute": 200}}},
                     "ReservedResources": {"Cpu": {"CpuShares": 200, "ReservedCpuCores": null},
                       "Disk": {"DiskMB": 1024}, "Memory": {"MemoryMB": 512},
                       "Networks": {"ReservedHostPorts": ""}}}
                    """);

    /** What only {@code /v1/node/:id} and the event stream tell. */
    static final Json.Obj FULL =
            read(
                    """
                    {"CSIControllerPlugins": {}, "CSINodePlugins": {},
                     "CgroupParent": "nomad.slice", "ComputedClass": "v1:14389421606616038212",
                     "DrainStrategy": null, "GCVolumesOnNodeGC": false, "HostNetworks": null,
                     "IdentitySigningKeyID": "298b7815-d650-c8a8-ae6a-4b62b3e4993d",
                     "LastMissedHeartbeatIndex": 0, "Links": {}, "NodeMaxAllocs": 0,
                     "SecretID": "", "TLSEnabled": false}
                    """);

    /** The node's attributes. */
    static final Json.Obj ATTRIBUTES =
            read(
                    """
                    {"cpu.arch": "amd64", "cpu.numcores": "2", "kernel.name": "linux",
                     "memory.totalbytes": "8227127296", "os.name": "debian",
                     "os.version": "12.11"}
                    """);

    /** The keys that every client has by itself. */
    static final Json.Obj META =
            read(
                    """
                    {"connect.gateway_image": "docker.io/envoyproxy/envoy:v${NOMAD_envoy_version}",
                     "connect.log_level": "info", "connect.proxy_concurrency": "1",
                     "connect.sidecar_image": "docker.io/envoyproxy/envoy:v${NOMAD_envoy_version}",
                     "connect.transparent_proxy.default_outbound_port": "15001",
                     "connect.transparent_proxy.default_uid": "101"}
                    """);

    /** An allocation as {@code /v1/allocations} lists it. */
    static final Json.Obj ALLOCATION =
            read(
                    """
                    {"ClientDescription": "Tasks are running", "DesiredDescription": "",
                     "DesiredTransition": {"ForceReschedule": null, "Migrate": null,
                       "MigrateDisablePlacement": null, "NoShutdownDelay": null,
                       "Reschedule": null},
                     "DeploymentStatus": null, "EvalID": "08f37a0b-8312-6a88-224c-9e8fa1b73c4f",
                     "FollowupEvalID": "", "JobVersion": 0, "PreemptedAllocations": null,
                     "PreemptedByAllocation": "", "RescheduleTracker": null, "TaskStates": null}
                    """);

    /** A job as {@code /v1/jobs} lists it. */
    static final Json.Obj JOB =
            read(
                    """
                    {"Multiregion": null, "NodePool": "default", "ParameterizedJob": false,
                     "ParentID": "", "Periodic": false, "Priority": 50, "Status": "running",
                     "StatusDescription": "", "Stop": false,
                     "SubmitTime": 1795355856148760874}
                    """);

    /** An evaluation that waits for room, as {@code /v1/evaluations} lists it. */
    static final Json.Obj BLOCKED =
            read(
                    """
                    {"ClassEligibility": {}, "CreateTime": 1795355856644258551,
                     "ModifyTime": 1795355856644258551, "Priority": 50,
                     "PreviousEval": "1d5377c8-9371-bc70-702e-be0e22a2ebec",
                     "SnapshotIndex": 61, "Status": "blocked",
                     "StatusDescription": "created to place remaining allocations",
                     "TriggeredBy": "queued-allocs", "Type": "service"}
                    """);

    /** Why nothing was placed, of one group. */
    static final Json.Obj FAILED =
            read(
                    """
                    {"AllocationTime": 33972, "ClassExhausted": null, "ClassFiltered": null,
                     "CoalescedFailures": 0, "ConstraintFiltered": null,
                     "DimensionExhausted": null, "NodePool": "default", "NodesAvailable": {},
                     "NodesEvaluated": 5, "NodesExhausted": 0, "NodesFiltered": 0,
                     "NodesInPool": 5, "QuotaExhausted": null, "ResourcesExhausted": null,
                     "ScoreMetaData": null, "Scores": null}
                    """);

    /** The one server. */
    static final Json.Obj MEMBER =
            read(
                    """
                    {"Addr": "127.0.5.1", "DelegateCur": 4, "DelegateMax": 5, "DelegateMin": 2,
                     "Name": "server1.global", "Port": 4648, "ProtocolCur": 2,
                     "ProtocolMax": 5, "ProtocolMin": 1, "Status": "alive",
                     "Tags": {"bootstrap": "1", "vsn": "1", "raft_vsn": "3",
                       "revision": "5c8612bba6eb8e44cc3fc434125cb1b13463c309",
                       "rpc_addr": "127.0.5.1", "expect": "1", "dc": "neptune",
                       "id": "cd4174e2-ac79-45d2-a72f-b247a79ad092", "port": "4647",
                       "role": "nomad", "region": "global"}}
                    """);

    /** A token, without who it is. */
    static final Json.Obj TOKEN =
            read(
                    """
                    {"ExpirationTTL": "", "Roles": null, "Global": false,
                     "Hash": "hbUUvBFMOeyBsEkLVDkXWFfsdmUB3vKIHUZTPuBdlk8=",
                     "CreateTime": "2026-11-22T13:56:39.571721829Z", "ExpirationTime": null,
                     "CreateIndex": 11, "ModifyIndex": 11}
                    """);

    private Shapes() {}

    /** All of the first, and over it all of the second. */
    static Json.Obj both(Json.Obj first, Json.Obj second) {
        Json.Obj sum = first;
        for (var member : second.members().entrySet()) {
            sum = sum.with(member.getKey(), member.getValue());
        }
        return sum;
    }

    private static Json.Obj read(String text) {
        try {
            return JsonText.readObject(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
