package org.ronron.core.desk;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.api.Observation;
import org.ronron.core.port.OwnError;
import org.ronron.core.port.RefusedException;

/**
 * Many connections tried side by side, a few at a time; nothing of them is kept. Their questions of
 * trust are told with their answers and stand nowhere else: who asked for many shows them together.
 * State thread only.
 */
final class Trials {
    /** So many at once: a home's line and an old laptop manage these. */
    private static final int AT_ONCE = 4;

    private final DeskLoop loop;
    private final Connecting connecting;
    private final Questions questions;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Trials(DeskLoop loop, Connecting connecting, Questions questions) {
        this.loop = loop;
        this.connecting = connecting;
        this.questions = questions;
    }

    CompletableFuture<Trial> begin(EndpointDraft draft) {
        CompletableFuture<Trial> answer = new CompletableFuture<>();
        waiting.add(() -> run(draft, answer));
        next();
        return answer;
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            running++;
            waiting.remove().run();
        }
    }

    private void run(EndpointDraft draft, CompletableFuture<Trial> answer) {
        Connecting.Asked asked = connecting.ask(Optional.empty(), draft);
        asked.said()
                .whenComplete(
                        (seen, why) -> {
                            CompletableFuture<Trial> told =
                                    loop.act(
                                            () -> {
                                                running--;
                                                next();
                                                return trial(asked, seen, why);
                                            });
                            told.whenComplete(
                                    (trial, closing) -> {
                                        if (closing == null) {
                                            answer.complete(trial);
                                        } else {
                                            answer.completeExceptionally(closing);
                                        }
                                    });
                        });
    }

    private Trial trial(
            Connecting.Asked asked, @Nullable Observation seen, @Nullable Throwable why) {
        if (seen != null) {
            return new Trial(Optional.of(seen), Optional.empty(), Optional.empty());
        }
        Fault fault =
                why != null && DeskLoop.bare(why) instanceof RefusedException refused
                        ? refused.fault()
                        : Fault.of(OwnError.INTERNAL, asked.row().name(), "what", "" + why);
        return new Trial(
                Optional.empty(), Optional.of(fault), questions.ofTrial(asked.row(), fault));
    }
}
