package org.ronron.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows a stream of changes for a {@link Watch}: tells what has become of them at most once a
 * second, the last change never later than that, and has everything read anew now and then, for
 * what the stream does not tell.
 *
 * @param again so often everything is read anew
 */
public record Following(InstantSource clock, Duration again) {
    private static final Duration APART = Duration.ofSeconds(1);
    private static final Set<ErrorCode> REFUSALS =
            Set.of(CommonError.SERVER_ERROR, CommonError.LOGIN_REFUSED);

    /** What a connector holds of its system between two readings. */
    public interface Held {
        /**
         * Reads everything anew.
         *
         * @return false when the stream itself no longer tells all, and has to be opened anew
         */
        boolean read() throws ConnectorException;

        /** Takes one line in; whether it has changed anything that is told. */
        boolean take(Json line);

        /** What is known now. */
        Observation told();
    }

    /**
     * Opens a stream on which the system says something at once. Empty when it says nothing, or
     * refuses: that is not of the login, with which lists were read just now.
     *
     * @param first how long to wait for its first line, which is taken
     * @param silence after which it is taken for dead
     */
    public static Optional<Http.Lines> open(
            Http stream, Http.Call call, Duration first, Duration silence)
            throws ConnectorException {
        try {
            Http.Lines lines = stream.lines(call, silence);
            if (lines.ready(first) && lines.next().isPresent()) {
                return Optional.of(lines);
            }
            lines.close();
        } catch (ConnectorException e) {
            if (!REFUSALS.contains(e.fault().code())) {
                throw e;
            }
        }
        return Optional.empty();
    }

    /**
     * Until the system ends the stream, or it has to be opened anew; blocks all the while.
     *
     * @param held what was read after the stream was opened, so that nothing falls between
     * @throws ConnectorException when the stream broke, or reading failed
     */
    public void follow(Http.Lines lines, Held held, Consumer<Observation> heard)
            throws ConnectorException {
        heard.accept(held.told());
        Instant read = clock.instant();
        Instant told = read;
        boolean changed = false;
        while (true) {
            Instant due = changed ? told.plus(APART) : read.plus(again);
            Duration wait = Duration.between(clock.instant(), due);
            if (lines.ready(wait.isNegative() ? Duration.ZERO : wait)) {
                Optional<Json> line = lines.next();
                if (line.isEmpty()) {
                    return;
                }
                changed |= held.take(line.get());
            } else if (Thread.currentThread().isInterrupted()) {
                return;
            }
            Instant now = clock.instant();
            if (!now.isBefore(read.plus(again))) {
                if (!held.read()) {
                    return;
                }
                read = now;
                changed = true;
            }
            if (changed && !now.isBefore(told.plus(APART))) {
                heard.accept(held.told());
                told = now;
                changed = false;
            }
        }
    }
}
