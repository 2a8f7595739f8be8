package org.ronron.core.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ronron.api.BucketFact;
import org.ronron.api.ClusterFact;
import org.ronron.api.FindingFact;
import org.ronron.api.Json;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.NodeRoom;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.WorkloadFact;

/**
 * An observation as data, so that what a system said last can be read when it is down. The member
 * {@code format} is the version of this shape; a figure that is not known is left out. Times are
 * UTC milliseconds.
 */
public final class ObservationJson {
    static final int FORMAT = 1;

    private ObservationJson() {}

    public static Json.Obj write(Observation o) {
        return Json.obj()
                .with("format", FORMAT)
                .with("at", o.at().toEpochMilli())
                .with("version", o.version())
                .with("fingerprint", o.fingerprint())
                .with("nodes", Json.arr(o.nodes().stream().map(ObservationJson::node).toList()))
                .with(
                        "workloads",
                        Json.arr(o.workloads().stream().map(ObservationJson::workload).toList()))
                .with(
                        "clusters",
                        Json.arr(o.clusters().stream().map(ObservationJson::cluster).toList()))
                .with(
                        "buckets",
                        Json.arr(o.buckets().stream().map(ObservationJson::bucket).toList()))
                .with(
                        "findings",
                        Json.arr(o.findings().stream().map(ObservationJson::finding).toList()))
                .with("login", login(o.login()))
                .with("links", Json.arr(o.links().stream().map(SpaceJson::link).toList()))
                .with("requests", Json.arr(o.requests().stream().map(SpaceJson::request).toList()))
                .with("backups", Json.arr(o.backups().stream().map(BackupJson::backup).toList()))
                .with("notices", Json.arr(o.notices().stream().map(BackupJson::notice).toList()));
    }

    /**
     * The observation; empty when it was written in a shape that this version does not know: it is
     * then as if the endpoint had not been asked yet.
     */
    public static Optional<Observation> read(Json.Obj json) {
        if (json.number("format").orElse(0L) != FORMAT || json.number("at").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Observation(
                        Instant.ofEpochMilli(json.number("at").orElseThrow()),
                        text(json, "version"),
                        text(json, "fingerprint"),
                        json.objects("nodes").stream().map(ObservationJson::node).toList(),
                        json.objects("workloads").stream().map(ObservationJson::workload).toList(),
                        json.objects("clusters").stream().map(ObservationJson::cluster).toList(),
                        json.objects("buckets").stream().map(ObservationJson::bucket).toList(),
                        json.objects("findings").stream().map(ObservationJson::finding).toList(),
                        login(json.object("login")),
                        json.objects("links").stream()
                                .flatMap(l -> SpaceJson.link(l).stream())
                                .toList(),
                        json.objects("requests").stream().map(SpaceJson::request).toList(),
                        BackupJson.backups(json),
                        BackupJson.notices(json)));
    }

    private static Json.Obj login(Login l) {
        return Json.obj()
                .with("name", l.name())
                .with("forbidden", Json.texts(new TreeSet<>(l.forbidden())))
                .with("excessive", Json.of(l.excessive()));
    }

    private static Login login(Json.Obj json) {
        return new Login(
                text(json, "name"),
                Set.copyOf(json.texts("forbidden")),
                json.bool("excessive").orElse(false));
    }

    private static Json.Obj node(NodeFact n) {
        Json.Obj json =
                Json.obj()
                        .with("key", n.key())
                        .with("name", n.name())
                        .with("addresses", Json.texts(n.addresses()))
                        .with("reach", n.reach().name())
                        .with("machine", n.machine().name())
                        .with("role", n.role())
                        .with("labels", texts(n.labels()));
        json = with(json, "zone", n.zone());
        json = with(json, "memory", n.memory());
        json = with(json, "cpu", n.cpu());
        json = with(json, "disk", n.disk());
        json = with(json, "diskFree", n.diskFree());
        return n.room().equals(NodeRoom.UNKNOWN) ? json : json.with("room", room(n.room()));
    }

    private static Json.Obj room(NodeRoom r) {
        Json.Obj json = with(Json.obj(), "memoryKept", r.memoryKept());
        json = with(json, "cpuKept", r.cpuKept());
        json = with(json, "diskKept", r.diskKept());
        json = with(json, "memoryUsed", r.memoryUsed());
        return with(json, "cpuUsed", r.cpuUsed());
    }

    private static NodeFact node(Json.Obj json) {
        return new NodeFact(
                text(json, "key"),
                text(json, "name"),
                json.texts("addresses"),
                json.text("zone"),
                named(NodeFact.Reach.class, text(json, "reach"), NodeFact.Reach.UNKNOWN),
                named(NodeFact.Machine.class, text(json, "machine"), NodeFact.Machine.UNKNOWN),
                json.figure("memory"),
                json.figure("cpu"),
                json.figure("disk"),
                json.figure("diskFree"),
                text(json, "role"),
                texts(json.object("labels")),
                new NodeRoom(
                        json.object("room").figure("memoryKept"),
                        json.object("room").figure("cpuKept"),
                        json.object("room").figure("diskKept"),
                        json.object("room").figure("memoryUsed"),
                        json.object("room").figure("cpuUsed")));
    }

    private static Json.Obj workload(WorkloadFact w) {
        Json.Obj json =
                Json.obj()
                        .with("key", w.key())
                        .with("node", w.nodeKey())
                        .with("name", w.name())
                        .with("state", w.state().name());
        json = with(json, "group", w.group());
        json = with(json, "memory", w.memory());
        json = with(json, "cpu", w.cpu());
        json = with(json, "disk", w.disk());
        json = with(json, "memoryMost", w.memoryMost());
        json = with(json, "memoryUsed", w.memoryUsed());
        return w.labels().isEmpty() ? json : json.with("labels", texts(w.labels()));
    }

    private static WorkloadFact workload(Json.Obj json) {
        return new WorkloadFact(
                text(json, "key"),
                text(json, "node"),
                text(json, "name"),
                json.text("group"),
                named(WorkloadFact.State.class, text(json, "state"), WorkloadFact.State.UNKNOWN),
                json.figure("memory"),
                json.figure("cpu"),
                json.figure("disk"),
                json.figure("memoryMost"),
                json.figure("memoryUsed"),
                texts(json.object("labels")));
    }

    private static Json.Obj cluster(ClusterFact c) {
        Json.Obj json =
                Json.obj()
                        .with("key", c.key())
                        .with("name", c.name())
                        .with("healthy", Json.of(c.healthy()))
                        .with("busy", Json.of(c.busy()))
                        .with("state", c.state());
        return c.copies().isPresent() ? json.with("copies", c.copies().getAsInt()) : json;
    }

    private static ClusterFact cluster(Json.Obj json) {
        OptionalLong copies = json.figure("copies");
        return new ClusterFact(
                text(json, "key"),
                text(json, "name"),
                copies.isPresent()
                        ? OptionalInt.of(Math.toIntExact(copies.getAsLong()))
                        : OptionalInt.empty(),
                json.bool("healthy").orElse(false),
                json.bool("busy").orElse(false),
                json.object("state"));
    }

    private static Json.Obj bucket(BucketFact b) {
        Json.Obj json = Json.obj().with("key", b.key()).with("names", Json.texts(b.names()));
        return with(with(json, "bytes", b.bytes()), "objects", b.objects());
    }

    private static BucketFact bucket(Json.Obj json) {
        return new BucketFact(
                text(json, "key"),
                json.texts("names"),
                json.figure("bytes"),
                json.figure("objects"));
    }

    private static Json.Obj finding(FindingFact f) {
        return Json.obj()
                .with("kind", f.kind())
                .with("severity", f.severity().name())
                .with("subject", f.subject())
                .with("details", texts(f.details()));
    }

    private static FindingFact finding(Json.Obj json) {
        return new FindingFact(
                text(json, "kind"),
                named(Severity.class, text(json, "severity"), Severity.WARN),
                text(json, "subject"),
                texts(json.object("details")));
    }

    private static Json.Obj with(Json.Obj json, String name, Optional<String> value) {
        return value.isPresent() ? json.with(name, value.get()) : json;
    }

    private static Json.Obj with(Json.Obj json, String name, OptionalLong value) {
        return value.isPresent() ? json.with(name, value.getAsLong()) : json;
    }

    private static String text(Json.Obj json, String name) {
        return json.text(name).orElse("");
    }

    static Json.Obj texts(Map<String, String> texts) {
        Map<String, Json> members = new LinkedHashMap<>();
        new TreeMap<>(texts).forEach((k, v) -> members.put(k, Json.of(v)));
        return new Json.Obj(members);
    }

    static Map<String, String> texts(Json.Obj json) {
        Map<String, String> texts = new TreeMap<>();
        json.members().keySet().forEach(k -> texts.put(k, text(json, k)));
        return texts;
    }

    static <E extends Enum<E>> E named(Class<E> type, String name, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return otherwise;
    }
}
