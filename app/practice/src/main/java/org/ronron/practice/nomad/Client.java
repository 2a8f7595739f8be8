package org.ronron.practice.nomad;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ronron.api.Json;

/**
 * One client agent and what the server knows of it. Mutable: the cluster's owner holds the lock.
 */
final class Client {
    private static final int MOST_EVENTS = 10;
    final String id;
    final String name;
    final String address;
    final List<Json> events = new ArrayList<>();

    /** What the server knows. */
    String datacenter;

    /** What stands in the agent's own file. */
    String inFile;

    String status = "ready";
    boolean eligible = true;
    boolean drain;
    boolean agentUp = true;
    Json strategy = Json.Null.NULL;
    Json lastDrain = Json.Null.NULL;
    long created;
    long modified;
    long reported;

    Client(int number, String name, String datacenter) {
        this.id = id(name);
        this.name = name;
        this.address = "127.0.5." + (number + 1);
        this.datacenter = datacenter;
        this.inFile = datacenter;
    }

    /** A node keeps its id in its data folder; here it follows from its name. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    boolean takesWork() {
        return status.equals("ready") && eligible && !drain;
    }

    void event(String subsystem, String message, long index, Instant at) {
        events.add(
                Json.obj()
                        .with("CreateIndex", index)
                        .with("Details", Json.Null.NULL)
                        .with("Message", message)
                        .with("Subsystem", subsystem)
                        .with("Timestamp", at.toString()));
        if (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
    }

    /** Times of a drain have one second's resolution, as Nomad has them. */
    void drained(String word, String accessor, Json meta, Instant started, Instant now) {
        lastDrain =
                Json.obj()
                        .with("AccessorID", "token:" + accessor)
                        .with("Meta", meta)
                        .with("StartedAt", started.truncatedTo(ChronoUnit.SECONDS).toString())
                        .with("Status", word)
                        .with("UpdatedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** As listed. */
    Json.Obj row(String version, boolean resources) {
        Json.Obj row = common(Shapes.STUB).with("Address", address).with("Version", version);
        return resources ? Shapes.both(row, Shapes.RESOURCES) : row;
    }

    /** In full, as {@code /v1/node/:id} and the event stream tell it. */
    Json.Obj full(String version) {
        Json.Obj attributes =
                Shapes.ATTRIBUTES
                        .with("nomad.version", version)
                        .with("unique.advertise.address", address + ":4646")
                        .with("unique.hostname", name)
                        .with("unique.network.ip-address", address);
        Json.Obj meta = Shapes.META.with("site", datacenter).with("owner", "association");
        return Shapes.both(common(Shapes.both(Shapes.STUB, Shapes.FULL)), Shapes.RESOURCES)
                .with("Attributes", attributes)
                .with("DrainStrategy", strategy)
                .with("Events", Json.arr(events))
                .with("HTTPAddr", address + ":4646")
                .with("LastAllocUpdateIndex", reported)
                .with("Meta", meta)
                .with("StatusUpdatedAt", 1_795_355_824L);
    }

    private Json.Obj common(Json.Obj shape) {
        return shape.with("CreateIndex", created)
                .with("Datacenter", datacenter)
                .with("Drain", Json.of(drain))
                .with("ID", id)
                .with("LastDrain", lastDrain)
                .with("ModifyIndex", modified)
                .with("Name", name)
                .with("SchedulingEligibility", eligible ? "eligible" : "ineligible")
                .with("Status", status);
    }
}
