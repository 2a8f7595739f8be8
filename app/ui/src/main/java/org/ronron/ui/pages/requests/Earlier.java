package org.ronron.ui.pages.requests;

import java.util.ArrayList;
import java.util.List;
import org.ronron.core.model.Collective;
import org.ronron.core.model.NameCheck;
import org.ronron.core.model.Request;

/**
 * What is known already of who asks: names of spaces that are close to the one wished, and what was
 * asked before. Pure; for thousands of each a few milliseconds.
 *
 * @param near names of spaces, the wished one first if it is taken
 * @param requests of the same organisation or for the same name, the newest first
 * @param more of them that are left out
 */
record Earlier(List<String> near, List<Request> requests, int more) {
    private static final int MOST = 5;

    Earlier {
        near = List.copyOf(near);
        requests = List.copyOf(requests);
    }

    static Earlier of(Request asked, Collective now) {
        String wished = asked.fact().wished();
        NameCheck check = NameCheck.of(wished, now.spaces());
        List<String> near = new ArrayList<>();
        if (check.state() == NameCheck.State.TAKEN) {
            near.add(wished);
        }
        near.addAll(check.near());
        String organisation = asked.fact().organisation().strip();
        List<Request> same =
                now.requests().stream()
                        .filter(r -> !r.ref().equals(asked.ref()))
                        .filter(r -> named(r, organisation) || wishes(r, wished))
                        .sorted((a, b) -> b.fact().submitted().compareTo(a.fact().submitted()))
                        .toList();
        return new Earlier(
                near, same.stream().limit(MOST).toList(), Math.max(0, same.size() - MOST));
    }

    private static boolean named(Request request, String organisation) {
        return !organisation.isEmpty()
                && request.fact().organisation().strip().equalsIgnoreCase(organisation);
    }

    private static boolean wishes(Request request, String name) {
        return !name.isEmpty() && request.fact().wished().equals(name);
    }
}
