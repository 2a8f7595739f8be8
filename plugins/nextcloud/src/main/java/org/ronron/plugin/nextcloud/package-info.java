/**
 * A farm of Nextclouds on one web host: one code base, a folder with a configuration a space, a
 * link named after the address that leads to the code, and one list that a runner works through.
 * {@code Farm} runs the two scripts, {@code FarmReport} and {@code SpaceReport} read what they say,
 * {@code FarmActions} is the table of what can be changed.
 */
@NullMarked
package org.ronron.plugin.nextcloud;

import org.jspecify.annotations.NullMarked;
