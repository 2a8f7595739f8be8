package org.ronron.practice.nomad;

import org.ronron.api.Json;

/** One instance of a job. Mutable: its cluster's owner holds the lock. */
final class Alloc {
    final Job job;
    final String id;
    final String name;
    final Client node;
    final long created;
    String desired = "run";
    String state = "pending";
    String why = "";
    String next = "";
    boolean migrating;
    long modified;

    Alloc(Job job, String id, String name, Client node, long created) {
        this.job = job;
        this.id = id;
        this.name = name;
        this.node = node;
        this.created = created;
        this.modified = created;
    }

    /** What the scheduler still counts. */
    boolean live() {
        return state.equals("pending") || state.equals("running") || state.equals("unknown");
    }

    boolean wanted() {
        return live() && desired.equals("run");
    }

    /** As listed; without {@code resources}, that member is not there. */
    Json.Obj row(boolean resources) {
        Json.Obj row =
                both(Shapes.ALLOCATION)
                        .with("DesiredDescription", why)
                        .with("JobType", job.type())
                        .with("NextAllocation", next);
        return resources ? row.with("AllocatedResources", job.resources()) : row;
    }

    /** As the event stream tells it: without the job's type, with all resources. */
    Json.Obj event() {
        Json.Obj row =
                both(Json.obj())
                        .with("AllocModifyIndex", modified)
                        .with("AllocatedResources", job.resources());
        return next.isEmpty() ? row : row.with("NextAllocation", next);
    }

    private Json.Obj both(Json.Obj shape) {
        Json.Obj transition = shape.object("DesiredTransition");
        Json.Obj row =
                transition.members().isEmpty()
                        ? shape
                        : shape.with(
                                "DesiredTransition",
                                transition.with(
                                        "Migrate", migrating ? Json.of(true) : Json.Null.NULL));
        return row.with("ClientStatus", state)
                .with("CreateIndex", created)
                .with("CreateTime", 1_795_355_856_014_372_546L)
                .with("DesiredStatus", desired)
                .with("ID", id)
                .with("JobID", job.id())
                .with("ModifyIndex", modified)
                .with("ModifyTime", 1_795_355_861_193_649_559L)
                .with("Name", name)
                .with("Namespace", job.namespace())
                .with("NodeID", node.id)
                .with("NodeName", node.name)
                .with("TaskGroup", job.id());
    }
}
