package org.ronron.practice.bench;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronron.core.desk.Desk;
import org.ronron.core.desk.DeskState;
import org.ronron.core.desk.Subscription;
import org.ronron.core.model.Collective;
import org.ronron.core.port.Secrets;
import org.ronron.core.port.Workspace;

/** A desk that shows what it is told to, and never answers: only the window is at work. */
final class StillDesk {
    private final List<Consumer<DeskState>> observers = new CopyOnWriteArrayList<>();
    private volatile DeskState state;

    StillDesk(Collective collective) {
        state = of(collective);
    }

    /** The next state, as a thread of a desk would bring it. */
    void show(Collective collective) {
        state = of(collective);
        observers.forEach(o -> o.accept(state));
    }

    Desk desk() {
        return still(Desk.class);
    }

    private static DeskState of(Collective collective) {
        return new DeskState(
                Optional.of(collective),
                List.of(new Workspace.CollectiveRow(collective.id(), collective.name(), "own")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Secrets.State.ABSENT,
                Map.of("language", "fr", "theme", "light"),
                Optional.empty(),
                false,
                Instant.EPOCH);
    }

    private <T> T still(Class<T> front) {
        return front.cast(
                Proxy.newProxyInstance(
                        front.getClassLoader(),
                        new Class<?>[] {front},
                        (self, method, values) -> answer(method, values)));
    }

    @SuppressWarnings("unchecked") // what a method of this name takes
    private @Nullable Object answer(Method method, Object @Nullable [] values) {
        if (method.getName().equals("state")) {
            return state;
        }
        if (method.getName().equals("observe") && values != null) {
            Consumer<DeskState> observer = (Consumer<DeskState>) values[0];
            observers.add(observer);
            observer.accept(state);
            return (Subscription) () -> observers.remove(observer);
        }
        Class<?> wanted = method.getReturnType();
        if (wanted.equals(CompletableFuture.class)) {
            return new CompletableFuture<>();
        }
        if (wanted.equals(List.class)) {
            return List.of();
        }
        if (wanted.isEnum()) {
            return wanted.getEnumConstants()[0];
        }
        return wanted.isInterface() ? still(wanted) : null;
    }
}
