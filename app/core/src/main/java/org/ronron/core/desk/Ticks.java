package org.ronron.core.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ronron.core.engine.Gap;
import org.ronron.core.engine.OperationView;
import org.ronron.core.port.RefusedException;
import org.ronron.core.port.StorageException;
import org.ronron.core.port.Workspace;

/**
 * The desk's pulse. Counted, not read from a clock that may be set back: every beat ends what is
 * over and looks at what operations wait for, every sixth asks the endpoints, and so does the one
 * that finds an operation ended: what was said in the middle of it is not true any more.
 */
final class Ticks {
    /** Some systems pay for each question (Garage hashes the token): never faster. */
    static final Duration BEAT = Duration.ofSeconds(5);

    private static final long BEATS = Table.POLL.dividedBy(BEAT);

    /** How often it is looked whether something was kept long enough. */
    private static final long TIDY = Duration.ofHours(1).dividedBy(BEAT);

    private final DeskThreads threads;
    private final DeskLoop loop;
    private final Table table;
    private final Asking asking;
    private final Writing writing;
    private final VaultDesk vault;
    private final SpacesAtWork spaces;
    private final Carrying carrying;
    private final Gap gap;
    private long beats;
    private long underWay;

    Ticks(
            DeskThreads threads,
            DeskLoop loop,
            Table table,
            Asking asking,
            Writing writing,
            VaultDesk vault,
            SpacesAtWork spaces,
            Carrying carrying,
            InstantSource clock) {
        this.threads = threads;
        this.loop = loop;
        this.table = table;
        this.asking = asking;
        this.writing = writing;
        this.vault = vault;
        this.spaces = spaces;
        this.carrying = carrying;
        this.gap = new Gap(clock);
    }

    Future<?> start() {
        return threads.timer()
                .scheduleWithFixedDelay(
                        () -> loop.act(this::beat),
                        BEAT.toMillis(),
                        BEAT.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private boolean beat() throws RefusedException, StorageException {
        beats++;
        String collective = table.open().map(Workspace.CollectiveRow::id).orElse("");
        List<OperationView> operations = carrying.operations(collective);
        boolean slept = gap.slept();
        vault.beat(slept);
        if (slept) { // what streams it had are dead
            asking.watching().stopAll();
        }
        boolean waiting =
                operations.stream().anyMatch(o -> o.state() == OperationView.State.WAITING);
        long standing = operations.stream().filter(Ticks::underWay).count();
        if (beats % BEATS == 0 || standing < underWay || slept) {
            asking.all(false);
        }
        underWay = standing;
        if (waiting) {
            loop.away(
                    () -> {
                        carrying.poll();
                        return true;
                    });
        }
        writing.endWhatIsOver();
        if (beats % TIDY == 0 && !collective.isEmpty()) {
            spaces.tidy(operations);
        }
        return waiting;
    }

    private static boolean underWay(OperationView operation) {
        return operation.state() == OperationView.State.RUNNING
                || operation.state() == OperationView.State.WAITING;
    }
}
