/**
 * A stand-in for a farm of Nextclouds: its folders, its occ, and the pages of its web server. No
 * registry has Nextcloud, and a volunteer's computer has no PHP, so nothing of it has been checked
 * against a running Nextcloud: it follows the sources (core/Command, lib/private/Setup.php and
 * Config.php, status.php; 29 to 31) and the administration manual. What is unlike: {@code
 * maintenance:install} takes its two secrets from standard input, an app is there once it is
 * enabled, and the tables are four.
 */
@NullMarked
package org.ronron.practice.nextcloud;

import org.jspecify.annotations.NullMarked;
