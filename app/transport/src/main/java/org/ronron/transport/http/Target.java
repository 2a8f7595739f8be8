package org.ronron.transport.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.ronron.api.ConnectorException;
import org.ronron.transport.guard.Faults;
import org.ronron.transport.guard.Said;
import org.ronron.transport.guard.Site;

/**
 * A base address, checked.
 *
 * @param address {@code scheme://host:port}, as trust and faults name it, with the way it is
 *     reached
 * @param root the base without a slash at its end
 */
record Target(String address, String root, boolean secure, String host, int port) {

    /**
     * @param suffix as {@link org.ronron.transport.guard.Route#suffix}, empty when straight
     */
    static Target of(Site site, URI base, String suffix) throws ConnectorException {
        String scheme = Optional.ofNullable(base.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw Faults.setting(site.name(), "url", Said.BAD_SCHEME);
        }
        if (base.getRawUserInfo() != null) {
            throw Faults.setting(site.name(), "url", Said.HOLDS_LOGIN);
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw Faults.setting(site.name(), "url", Said.HOLDS_QUERY);
        }
        String text = base.toString();
        HttpUrl url = HttpUrl.parse(text);
        if (url == null || base.getHost() == null) {
            throw Faults.setting(site.name(), "url", Said.NAMES_NO_HOST);
        }
        String shown = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return new Target(
                scheme + "://" + shown + ":" + url.port() + suffix,
                text.endsWith("/") ? text.substring(0, text.length() - 1) : text,
                url.isHttps(),
                url.host(),
                url.port());
    }

    /** The address of a call below this base. */
    HttpUrl below(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        return HttpUrl.get(root + path);
    }

    /**
     * Whether what is sent can be read by nobody on the way: TLS, or the very machine that it
     * starts from, which is this one, or the last of those that SSH goes through. A name is not
     * looked up for this; {@code localhost} always means the machine itself.
     */
    boolean confidential() {
        return secure || thisMachine(host);
    }

    /** Whether the host is the machine itself that one starts from. */
    static boolean thisMachine(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
