/** HTTP by OkHttp, bounded in time and memory, with certificates from our own trust. */
@NullMarked
package org.ronron.transport.http;

import org.jspecify.annotations.NullMarked;
