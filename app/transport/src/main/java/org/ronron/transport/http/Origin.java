package org.ronron.transport.http;

import org.ronron.api.Effect;

/** Where an answer came from, and what its call may have done, for faults found in it later. */
record Origin(String endpoint, String address, Effect effect) {}
