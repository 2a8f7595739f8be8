package org.ronron.transport.ssh;

import org.ronron.api.Reach;

/** Which settings and secrets a machine is logged in with. */
enum Showing {
    /** The endpoint's own machine. */
    OWN("keyFile", "passphrase", "password"),
    /** A machine on the way to it: by key file or agent only. */
    ON_THE_WAY(Reach.VIA_KEY_FILE, Reach.VIA_PASSPHRASE, "");

    private final String keyFile;
    private final String passphrase;
    private final String password;

    Showing(String keyFile, String passphrase, String password) {
        this.keyFile = keyFile;
        this.passphrase = passphrase;
        this.password = password;
    }

    /** Key of the setting that names the key file. */
    String keyFile() {
        return keyFile;
    }

    /** Key of the secret that opens it. */
    String passphrase() {
        return passphrase;
    }

    /** Key of the secret to log in with, or empty: none is ever shown. */
    String password() {
        return password;
    }
}
