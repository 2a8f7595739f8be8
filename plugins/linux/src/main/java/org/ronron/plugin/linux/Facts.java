package org.ronron.plugin.linux;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ronron.api.NodeFact.Machine;

/** What the simple sections say. Total: what cannot be read is not known. */
final class Facts {
    private static final int LONGEST = 160;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    /** The same on many machines: joining by them would make two machines one. */
    private static final Pattern SHARED_LINK =
            Pattern.compile("(lo|docker|br-|podman|cni|virbr|veth|lxc|lxd|nomad|flannel|cali).*");

    private static final Pattern VIRTUAL_MAKER =
            Pattern.compile(
                    "(QEMU|KVM|VMware|innotek|Xen|Bochs|Parallels|Google|Amazon EC2|OpenStack"
                            + "|DigitalOcean|Hetzner vServer|OVHcloud|.*Virtual Machine).*");

    /** As systemd-detect-virt(1) calls them. */
    private static final Pattern CONTAINER =
            Pattern.compile(
                    "docker|podman|lxc.*|openvz|systemd-nspawn|rkt|wsl|proot|pouch|.*-other");

    private Facts() {}

    /** Text of a machine as it may be shown: one line, no control or direction marks, not long. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** A whole number of at most this much; empty for anything else. */
    static OptionalLong number(String text, long most) {
        if (!text.matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long value = Long.parseLong(text);
        return value <= most ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** os-release(5). */
    static Optional<String> os(Sections all) {
        return all.of("os").stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> plain(line.substring("PRETTY_NAME=".length()).replaceAll("[\"']", "")))
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    /** Bytes, of proc(5) meminfo. */
    static OptionalLong memory(Sections all) {
        String kib = all.value("memory", "MemTotal:").orElse("").replaceFirst(" kB$", "");
        return product(number(kib, 1L << 42), OptionalLong.of(1024));
    }

    private static OptionalLong product(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(a.getAsLong() * b.getAsLong())
                : OptionalLong.empty();
    }

    static OptionalLong cores(Sections all) {
        return number(all.first("cores").orElse(""), 65_536);
    }

    /** MHz over all cores; not known where the machine tells no speed (many ARM boards do not). */
    static OptionalLong cpu(Sections all) {
        String khz = all.first("speed").orElse("");
        OptionalLong sum = product(cores(all), number(khz, 100_000_000));
        return sum.isPresent() ? OptionalLong.of(sum.getAsLong() / 1000) : sum;
    }

    static OptionalLong uptimeSeconds(Sections all) {
        String first = all.first("uptime").orElse("");
        return number(first.split("[. ]", 2)[0], 100L * 366 * 86_400);
    }

    /** Addresses that others can reach it at, each once, as the machine lists them. */
    static List<String> addresses(Sections all) {
        return all.of("addresses").stream().flatMap(Facts::address).distinct().limit(32).toList();
    }

    private static Stream<String> address(String line) {
        String[] words = plain(line).split(" +");
        // "link address/length", or a bare list where only hostname -I was there
        boolean linked = words.length == 2 && !ADDRESS.matcher(words[0]).matches();
        if (linked && SHARED_LINK.matcher(words[0]).matches()) {
            return Stream.empty();
        }
        return Arrays.stream(words)
                .skip(linked ? 1 : 0)
                .map(word -> word.split("/", 2)[0].toLowerCase(Locale.ROOT))
                .filter(word -> ADDRESS.matcher(word).matches())
                .filter(word -> word.contains(".") || word.contains(":"))
                .filter(word -> !word.startsWith("127.") && !word.equals("::1"))
                .filter(word -> !word.startsWith("fe80:") && !word.startsWith("169.254."));
    }

    /** What it is made of, the surest sign first. */
    static Machine machine(Sections all) {
        String detected = all.value("machine", "detected").orElse("");
        if (CONTAINER.matcher(detected).matches() || says(all, "container", "yes")) {
            return Machine.CONTAINER;
        }
        boolean named = detected.matches("[a-z][a-z0-9-]+") && !detected.equals("none");
        if (named || says(all, "hypervisor", "yes") || virtualMaker(all)) {
            return Machine.VIRTUAL;
        }
        boolean metal =
                detected.equals("none")
                        || says(all, "hypervisor", "no")
                        || all.value("machine", "model").isPresent();
        return metal ? Machine.PHYSICAL : Machine.UNKNOWN;
    }

    private static boolean says(Sections all, String name, String value) {
        return all.value("machine", name).filter(value::equals).isPresent();
    }

    private static boolean virtualMaker(Sections all) {
        return Stream.of("sys_vendor", "product_name")
                .flatMap(name -> all.value("machine", name).stream())
                .anyMatch(maker -> VIRTUAL_MAKER.matcher(maker).matches());
    }
}
