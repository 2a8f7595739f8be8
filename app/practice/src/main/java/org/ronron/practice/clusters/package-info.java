/**
 * Nomad clusters of any size that nobody runs, as the answers of Nomad's HTTP API; the same for the
 * same seed.
 */
@NullMarked
package org.ronron.practice.clusters;

import org.jspecify.annotations.NullMarked;
