package org.ronron.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be missing of a primary and its replicas, by the {@code members} that their cluster's
 * state tells: {@code key}, {@code role} ({@code primary} or another), {@code reach} and {@code
 * sync} (empty or {@code async} where the primary does not wait for it).
 */
record Replicas(List<Json.Obj> members) {
    /**
     * The primary cannot be missed, nor the last of the replicas that it waits for; of those that
     * run, each can. None where nobody is primary.
     */
    List<Quorum> quorums() {
        Map<String, Integer> primary = new TreeMap<>();
        Map<String, Integer> replicas = new TreeMap<>();
        Map<String, Integer> awaited = new TreeMap<>();
        for (Json.Obj member : members) {
            String key = member.word("key");
            if (member.word("role").equals("primary")) {
                primary.put(key, 1);
            } else if (!member.word("reach").equals("DOWN")) {
                replicas.put(key, 1);
                if (!List.of("", "async").contains(member.word("sync"))) {
                    awaited.put(key, 1);
                }
            }
        }
        return primary.isEmpty()
                ? List.of()
                : List.of(
                        new Quorum(0, primary),
                        new Quorum(awaited.size() - 1, awaited),
                        new Quorum(replicas.size(), replicas));
    }
}
