package org.ronron.ui.parts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ronron.api.ConnectorException;
import org.ronron.api.Fault;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;

/** Brings what the desk promised back to the FX thread; nothing here waits. */
public final class Asking {
    private Asking() {}

    /** Calls exactly one of the two, later, on the FX thread. */
    public static <T> void ask(
            Ui ui, CompletableFuture<T> promise, Consumer<T> good, Consumer<Fault> bad) {
        promise.whenCompleteAsync(
                (value, failure) -> {
                    if (failure == null) {
                        good.accept(value);
                    } else {
                        bad.accept(fault(failure));
                    }
                },
                ui.fx());
    }

    /** For a promise without a value: a fault is shown over the page. */
    public static void run(Ui ui, CompletableFuture<Void> promise, Runnable good) {
        ask(ui, promise, nothing -> good.run(), ui.navigator()::show);
    }

    /** The fault that a failed promise carries; a defect of our own when it carries none. */
    public static Fault fault(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case RefusedException refused -> refused.fault();
            case ConnectorException connector -> connector.fault();
            case StorageException storage -> storage.fault();
            case null -> Fault.of(OwnError.INTERNAL, "", "what", "?");
            default -> Fault.of(OwnError.INTERNAL, "", "what", cause.getClass().getSimpleName());
        };
    }
}
