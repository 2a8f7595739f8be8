/**
 * Which node holds which partition, as a flow of least cost: it keeps of an old assignment as much
 * as the new layout allows. No I/O, no chance but a seed's.
 */
@NullMarked
package org.ronron.layout.flow;

import org.jspecify.annotations.NullMarked;
