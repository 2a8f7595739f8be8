/**
 * Buckets and keys of an object storage as parts of spaces: what an action on them wants, whether a
 * bucket that is found is ours, and what may be done to it. In the JSON of Garage's admin API v2.
 * Pure functions; whoever makes the calls hands their answers in.
 */
@NullMarked
package org.ronron.layout.buckets;

import org.jspecify.annotations.NullMarked;
