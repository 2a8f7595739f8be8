package org.ronron.api;

import java.time.Duration;

/**
 * What the engine and the reviewer must know of an action.
 *
 * @param exactCall the call or command as one would type it, secrets as names, to copy
 * @param mark how the thing made shows whose it is; empty when no call can carry a mark, then what
 *     is found after a crash is "appeared since" and a person confirms it
 * @param deadline of one attempt
 */
public record ActionSpec(StepClass stepClass, String exactCall, String mark, Duration deadline) {}
