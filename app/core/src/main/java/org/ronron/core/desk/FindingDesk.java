package org.ronron.core.desk;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.ronron.core.model.Accepted;
import org.ronron.core.model.Finding;

/** What needs a person. Futures fail with {@code RefusedException}. */
public interface FindingDesk {
    /**
     * Folds a finding until a day, in the name of who sits here; it is written into the history.
     *
     * @param reason not blank
     * @param until after today, at most a year
     */
    CompletableFuture<Void> accept(Finding finding, String reason, LocalDate until);

    /** Takes that back. */
    CompletableFuture<Void> reopen(Accepted accepted);
}
