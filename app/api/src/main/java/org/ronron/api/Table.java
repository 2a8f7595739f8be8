package org.ronron.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rows of a list by their id, which events bring up to date. Each row has an index that grows with
 * each change of it, over all rows of the system. One thread.
 */
public final class Table {
    private final String id;
    private final String index;
    private final List<String> noise;
    private final Map<String, Json.Obj> rows = new LinkedHashMap<>();
    private long newest;

    /**
     * @param id member of a row that names it
     * @param index member that grows with each change
     * @param noise members whose change is none
     */
    public Table(String id, String index, List<String> noise, List<Json.Obj> read) {
        this.id = id;
        this.index = index;
        this.noise = List.copyOf(noise);
        read.forEach(row -> rows.put(row.word(id), row));
        newest = read.stream().mapToLong(this::at).max().orElse(0);
    }

    private long at(Json.Obj row) {
        return row.number(index).orElse(0L);
    }

    /** In the order of the list, later ones after them. */
    public Collection<Json.Obj> rows() {
        return List.copyOf(rows.values());
    }

    public boolean has(String key) {
        return rows.containsKey(key);
    }

    /** The newest index that was read; an event that is no newer tells nothing new. */
    public long newest() {
        return newest;
    }

    /** Adds members to a row that is there. */
    public void complete(String key, Json.Obj more) {
        rows.computeIfPresent(key, (same, row) -> row.with(more));
    }

    /**
     * Takes in what an event tells of a row, if it is newer.
     *
     * @param since of a row that is not here: events up to this index are of what was there before
     * @return whether more than noise has changed
     */
    public boolean take(Json.Obj told, long since) {
        Json.Obj row = rows.getOrDefault(told.word(id), Json.obj());
        if (at(told) <= (row.members().isEmpty() ? since : at(row))) {
            return false;
        }
        rows.put(told.word(id), row.with(told));
        return !plain(row).equals(plain(row.with(told)));
    }

    private Json.Obj plain(Json.Obj row) {
        Map<String, Json> members = new LinkedHashMap<>(row.members());
        members.remove(index);
        members.keySet().removeAll(noise);
        return new Json.Obj(members);
    }

    /** Keeps only rows like these. */
    public void keep(Predicate<Json.Obj> which) {
        rows.values().removeIf(which.negate());
    }
}
