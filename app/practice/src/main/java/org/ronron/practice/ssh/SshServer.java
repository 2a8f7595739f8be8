package org.ronron.practice.ssh;

import java.nio.file.Path;

/** An SSH server on a loopback address, and how one gets in. Closing ends it; idempotent. */
public interface SshServer extends AutoCloseable {
    /** What it was checked against, as the tour prints it: {@code OpenSSH 9.2}. */
    String software();

    /** The loopback address that it listens on. */
    String host();

    int port();

    /** The one user that it lets in. */
    String user();

    /** The private key that it accepts, without a passphrase, in OpenSSH's own format. */
    Path keyFile();

    /** The host key's, {@code SHA256:…} as OpenSSH prints it. */
    String fingerprint();

    @Override
    void close();
}
