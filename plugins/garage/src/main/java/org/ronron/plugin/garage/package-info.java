/**
 * The Garage connector: object storage over several zones. Speaks the admin API v2 (Garage 2.x,
 * description printed by 2.5.0 with {@code garage admin-api-schema}) through one node, and reads v1
 * (Garage 1.x) without changing it.
 */
@NullMarked
package org.ronron.plugin.garage;

import org.jspecify.annotations.NullMarked;
