package org.ronron.core.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * What an address tells about whose it is.
 *
 * <p>Every machine has 127.0.0.1, so it tells nothing; nor do link-local addresses, nor those that
 * Debian and systemd put on every machine. Another loopback address was given to one server on
 * purpose (the practice servers have one each), so two systems that both name 127.0.2.3 speak of
 * the same one. Private IPv4 addresses repeat from home to home: alone they prove nothing, together
 * with an equal name they do.
 */
final class Addresses {
    private static final Set<String> EVERYWHERE =
            Set.of("127.0.0.1", "127.0.0.53", "127.0.0.54", "127.0.1.1", "0:0:0:0:0:0:0:1");

    private Addresses() {}

    /** One spelling for each address; empty when it is no address, or one that tells nothing. */
    static Optional<String> telling(String text) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(bare(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
        String spelled = address.getHostAddress();
        boolean mute =
                address.isAnyLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isMulticastAddress()
                        || EVERYWHERE.contains(spelled);
        return mute ? Optional.empty() : Optional.of(spelled);
    }

    /** Without its zone and brackets. */
    private static String bare(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return address.replace("[", "").replace("]", "");
    }

    /** Whether the address is one machine's in the whole collective, whatever its name. */
    static boolean proves(String spelled) {
        InetAddress address = InetAddress.ofLiteral(spelled);
        return !(address instanceof Inet4Address v4) || !(v4.isSiteLocalAddress() || shared(v4));
    }

    /** 100.64.0.0/10, which providers and overlay networks both hand out (RFC 6598). */
    private static boolean shared(Inet4Address address) {
        byte[] bytes = address.getAddress();
        return bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    }

    /**
     * The network that says where in the world a machine is reached: the address itself for IPv4,
     * the /64 for IPv6, of which a machine has many addresses at once; empty for addresses that are
     * only of an overlay, a home or the machine itself.
     */
    static Optional<String> global(String spelled) {
        InetAddress address = InetAddress.ofLiteral(spelled);
        boolean local = !proves(spelled) || address.isLoopbackAddress();
        byte[] bytes = address.getAddress();
        if (local || bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC) {
            return Optional.empty();
        }
        int known = bytes.length == 16 ? 8 : bytes.length;
        return Optional.of(HexFormat.of().formatHex(bytes, 0, known));
    }

    static boolean isAddress(String text) {
        return !plainName(text) && literal(text);
    }

    /** Most names are told by a letter that is in no address: an exception each costs more. */
    private static boolean plainName(String text) {
        return text.indexOf('%') < 0
                && text.chars().anyMatch(c -> c == '-' || c >= 'g' && c <= 'z' && c != 'x');
    }

    private static boolean literal(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
