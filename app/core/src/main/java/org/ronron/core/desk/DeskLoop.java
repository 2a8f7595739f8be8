package org.ronron.core.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/**
 * The desk's one thread of change: acts run one after the other, and each ends with a new state
 * that every observer sees before the act's future completes.
 */
final class DeskLoop {
    /** Something done on a thread of the desk. */
    interface Act<T> {
        T run() throws RefusedException, StorageException;
    }

    /** An act with no answer. */
    interface Deed {
        void run() throws RefusedException, StorageException;
    }

    private final DeskThreads threads;
    private final Table table;
    private final Supplier<DeskState> compose;
    private final List<Consumer<DeskState>> observers = new ArrayList<>();
    private volatile DeskState state;

    DeskLoop(DeskThreads threads, Table table, DeskState first, Supplier<DeskState> compose) {
        this.threads = threads;
        this.table = table;
        this.compose = compose;
        this.state = first;
    }

    DeskState state() {
        return state;
    }

    Subscription observe(Consumer<DeskState> observer) {
        handOver(
                threads.state(),
                () -> {
                    observers.add(observer);
                    tell(observer);
                });
        return () -> handOver(threads.state(), () -> observers.remove(observer));
    }

    /** Runs on the state thread. */
    <T> CompletableFuture<T> act(Act<T> act) {
        return on(threads.state(), act, true);
    }

    /** Runs on the state thread, and writes nothing. */
    CompletableFuture<Void> look(Deed deed) {
        return voided(
                act(
                        () -> {
                            deed.run();
                            return true;
                        }));
    }

    /** Runs on the state thread; when it succeeds, our own disk could be written. */
    CompletableFuture<Void> write(Deed deed) {
        return voided(
                act(
                        () -> {
                            deed.run();
                            table.trouble = Optional.empty();
                            return true;
                        }));
    }

    /** Runs where waiting holds up nobody; must not touch the table. */
    <T> CompletableFuture<T> away(Act<T> act) {
        return on(threads.io(), act, false);
    }

    private <T> CompletableFuture<T> on(Executor thread, Act<T> act, boolean publish) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!handOver(thread, () -> run(act, answer, publish))) {
            answer.completeExceptionally(Refuse.internal("Ronron is closing"));
        }
        return answer;
    }

    /** Whether the thread still takes tasks: after the end of the program it does not. */
    private static boolean handOver(Executor thread, Runnable task) {
        try {
            thread.execute(task);
            return true;
        } catch (RejectedExecutionException closing) {
            return false;
        }
    }

    private <T> void run(Act<T> act, CompletableFuture<T> answer, boolean publish) {
        try {
            T value = act.run();
            if (publish) {
                publish();
            }
            answer.complete(value);
        } catch (RefusedException refused) {
            if (publish) {
                publish();
            }
            answer.completeExceptionally(refused);
        } catch (StorageException failed) {
            if (publish) {
                table.trouble = Optional.of(failed.fault());
                publish();
            }
            answer.completeExceptionally(new RefusedException(failed.fault(), failed));
        } catch (RuntimeException broken) {
            Fault fault = Fault.of(OwnError.INTERNAL, "", "what", broken.toString());
            answer.completeExceptionally(new RefusedException(fault, broken));
        }
    }

    /** A future of nothing that fails as the other does, with its exception bare. */
    static CompletableFuture<Void> voided(CompletableFuture<?> other) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        other.whenComplete(
                (value, failure) -> {
                    if (failure == null) {
                        answer.complete(null);
                    } else {
                        answer.completeExceptionally(bare(failure));
                    }
                });
        return answer;
    }

    static Throwable bare(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private void publish() {
        state = compose.get();
        List.copyOf(observers).forEach(this::tell);
    }

    /** An observer that breaks is let go of: the others must not lose their state with it. */
    private void tell(Consumer<DeskState> observer) {
        try {
            observer.accept(state);
        } catch (RuntimeException broken) {
            observers.remove(observer);
            table.trouble = Optional.of(Fault.of(OwnError.INTERNAL, "", "what", broken.toString()));
        }
    }
}
