/**
 * The Nomad connector: services spread over machines by a scheduler. Speaks the HTTP API v1 of
 * Nomad 1.6 to 2.0 through one server or client agent; what was seen on a running one is 2.0.5.
 */
@NullMarked
package org.ronron.plugin.nomad;

import org.jspecify.annotations.NullMarked;
