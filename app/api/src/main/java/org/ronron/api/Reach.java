package org.ronron.api;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings by which an endpoint is reached, the same for every connector: the host adds them to
 * the form and keeps to them, the connector neither declares nor reads them. Their texts are the
 * window's own.
 */
public final class Reach {
    /**
     * Machines to go through, as OpenSSH's {@code ProxyJump} writes them (ssh_config(5), OpenSSH
     * 9): {@code [user@]host[:port]}, separated by commas, the nearest first.
     */
    public static final String VIA = "via";

    /** The key file for the machines of {@link #VIA}; without one, the agent. Never copied. */
    public static final String VIA_KEY_FILE = "viaKeyFile";

    /** Opens {@link #VIA_KEY_FILE}. */
    public static final String VIA_PASSPHRASE = "viaPassphrase";

    /** Our own certificate for mutual TLS: a PEM file, leaf first. Never copied. */
    public static final String CLIENT_CERT = "clientCert";

    /** Its private key: a PEM file (PKCS #8), perhaps the same. Never copied. */
    public static final String CLIENT_KEY = "clientKey";

    /** Opens {@link #CLIENT_KEY} where it is encrypted. */
    public static final String CLIENT_KEY_PASSPHRASE = "clientKeyPassphrase";

    private Reach() {}

    /** What the host adds to these settings of a connector, in the order of the form. */
    public static List<Setting> beside(Descriptor descriptor) {
        List<Setting> added = new ArrayList<>();
        added.add(Setting.optional(VIA, Setting.Kind.TEXT));
        added.add(Setting.optional(VIA_KEY_FILE, Setting.Kind.FILE));
        added.add(Setting.optional(VIA_PASSPHRASE, Setting.Kind.SECRET));
        boolean tls =
                descriptor.settings().stream()
                        .anyMatch(setting -> setting.kind() == Setting.Kind.URL);
        if (tls) {
            added.add(Setting.optional(CLIENT_CERT, Setting.Kind.FILE));
            added.add(Setting.optional(CLIENT_KEY, Setting.Kind.FILE));
            added.add(Setting.optional(CLIENT_KEY_PASSPHRASE, Setting.Kind.SECRET));
        }
        return List.copyOf(added);
    }
}
