/** A real MinIO. */
@NullMarked
package org.ronron.practice.minio;

import org.jspecify.annotations.NullMarked;
