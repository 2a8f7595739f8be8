/**
 * MinIO by its vendor's client, whose calls {@code org.ronron.lent} holds to our rules. {@code
 * MinioInventory} reads the cluster, {@code MinioSpaces} its buckets, {@code MinioActions} changes
 * buckets and users.
 */
@NullMarked
package org.ronron.plugin.minio;

import org.jspecify.annotations.NullMarked;
