package org.ronron.core.desk;

import java.util.Optional;
import org.ronron.api.Fault;
import org.ronron.api.Observation;

/**
 * What one of many trials gave.
 *
 * @param seen when it answered
 * @param fault when it did not
 * @param question when the fault is a key or certificate to look at; it stands until all trials are
 *     let go of
 */
public record Trial(
        Optional<Observation> seen,
        Optional<Fault> fault,
        Optional<DeskState.TrustQuestion> question) {}
