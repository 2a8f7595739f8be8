package org.ronron.core.hosts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ronron.core.hosts.HostList.Kind;
import org.ronron.core.hosts.SshConfigFile.Block;
import org.ronron.core.port.OwnFiles;

/**
 * Machines of {@code ~/.ssh/config} as OpenSSH 9 reads it (ssh_config(5)): for each option the
 * first value that applies counts, wildcards of other blocks included. Read are {@code HostName},
 * {@code Port}, {@code User}, {@code IdentityFile} and {@code ProxyJump}.
 */
public final class SshConfig {
    private final List<Block> blocks;
    private final Gathering all;

    private SshConfig(List<Block> blocks, Gathering all) {
        this.blocks = blocks;
        this.all = all;
    }

    /**
     * @param files looked at now, below {@code ~/.ssh} only
     */
    public static HostList read(OwnFiles files) {
        Gathering all = new Gathering();
        List<Block> blocks = new SshConfigFile(files, all).blocks();
        new SshConfig(blocks, all).hosts();
        return all.list();
    }

    private void hosts() {
        Set<String> done = new TreeSet<>();
        for (Block block : blocks) {
            for (String pattern : block.patterns()) {
                if (pattern.startsWith("!") || pattern.contains("*") || pattern.contains("?")) {
                    if (!block.everywhere()) {
                        all.remark(block.source(), Kind.PATTERN, pattern);
                    }
                } else if (done.add(pattern)) {
                    host(block.source(), pattern);
                }
            }
        }
    }

    private void host(String source, String alias) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (block.appliesTo(alias)) {
                block.options().forEach(options::putIfAbsent);
            }
        }
        String host = options.getOrDefault("hostname", alias).replace("%h", alias);
        String user = options.getOrDefault("user", "");
        String via = none(options.getOrDefault("proxyjump", ""));
        String port = options.getOrDefault("port", "");
        Optional<Kind> wrong = wrong(host, user, via, port);
        if (wrong.isPresent()) {
            all.remark(source, wrong.get(), alias);
            return;
        }
        if (!none(options.getOrDefault("proxycommand", "")).isEmpty() && via.isEmpty()) {
            all.remark(source, Kind.COMMAND, alias);
        }
        OptionalInt at = port.isEmpty() ? OptionalInt.empty() : Address.port(port);
        String key = key(source, alias, options.getOrDefault("identityfile", ""));
        all.add(new HostLine(source, alias, host, at, user, key, via, "", ""));
    }

    private static Optional<Kind> wrong(String host, String user, String via, String port) {
        if (host.contains("%")) {
            return Optional.of(Kind.TOKEN);
        }
        Optional<Address> plain =
                Address.of(host.contains(":") ? "[" + host + "]" : host).address();
        if (plain.isEmpty() || !plain.get().user().isEmpty()) {
            return Optional.of(Kind.ADDRESS);
        }
        if (!user.isEmpty() && !Address.isUser(user)) {
            return Optional.of(Kind.USER);
        }
        if (!via.isEmpty() && !Address.isWay(via)) {
            return Optional.of(Kind.VIA);
        }
        boolean port22 = port.isEmpty() || Address.port(port).isPresent();
        return port22 ? Optional.empty() : Optional.of(Kind.PORT);
    }

    /** {@code %d} is the home; of other tokens nobody knows the value before OpenSSH runs. */
    private String key(String source, String alias, String written) {
        String path = none(written).replaceFirst("^%d/", "~/").replace("%h", alias);
        if (path.contains("%") || path.contains("${")) {
            all.remark(source, Kind.TOKEN, written);
            return "";
        }
        return path;
    }

    private static String none(String value) {
        return value.toLowerCase(Locale.ROOT).equals("none") ? "" : value;
    }

    /** Patterns of ssh_config(5): {@code *}, {@code ?}, and {@code !} for "not". */
    static boolean matches(List<String> patterns, String alias) {
        boolean found = false;
        for (String pattern : patterns) {
            boolean not = pattern.startsWith("!");
            if (like(not ? pattern.substring(1) : pattern, alias)) {
                if (not) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean like(String pattern, String alias) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + c));
        }
        return alias.matches(regex.toString());
    }
}
