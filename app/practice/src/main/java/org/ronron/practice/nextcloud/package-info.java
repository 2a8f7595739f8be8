/** A stand-in for a farm of Nextclouds: its folders, its occ, and the pages of its web server. */
@NullMarked
package org.ronron.practice.nextcloud;

import org.jspecify.annotations.NullMarked;
