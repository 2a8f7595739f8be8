package org.ronron.core.hosts;

import java.util.OptionalInt;

/**
 * One machine, as it was written. Texts are empty where nothing was written.
 *
 * @param source where it stands: a file's name with a line, or a line's number
 * @param name what people call it
 * @param keyFile a private key's path, perhaps beginning with {@code ~/}; never read here
 * @param via machines to go through, as OpenSSH's {@code ProxyJump} writes them
 * @param zone our own word on where it stands
 * @param role our own word on what it is for
 */
public record HostLine(
        String source,
        String name,
        String host,
        OptionalInt port,
        String user,
        String keyFile,
        String via,
        String zone,
        String role) {}
