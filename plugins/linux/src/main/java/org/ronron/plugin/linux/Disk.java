package org.ronron.plugin.linux;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file system that keeps data, from {@code df -P -k} (POSIX.1-2017, df, "-P").
 *
 * @param percent as df says it: of what an ordinary user can fill
 */
record Disk(String mount, long bytes, long free, int percent) {
    private static final Pattern LINE =
            Pattern.compile("(.+?) +([0-9]+) +[0-9]+ +(-?[0-9]+) +([0-9]{1,3})% +(/.*)");

    /** In memory, or made by the kernel: never "full" in a way that a person could mend. */
    private static final Set<String> PSEUDO =
            Set.of("tmpfs", "devtmpfs", "udev", "none", "shm", "proc", "sysfs", "efivarfs", "run");

    /** All of them, the root first; a device that is mounted at several places counts once. */
    static List<Disk> of(List<String> lines) {
        Set<String> devices = new HashSet<>();
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(m -> keepsData(m.group(1), m.group(5)))
                .sorted(Comparator.comparingInt(m -> m.group(5).length()))
                .filter(m -> devices.add(m.group(1)))
                .flatMap(m -> read(m).stream())
                .limit(50)
                .toList();
    }

    private static boolean keepsData(String device, String mount) {
        if (mount.equals("/")) {
            return true;
        }
        boolean image = device.startsWith("/dev/loop") || device.startsWith("/dev/sr");
        boolean named = Stream.of("/", ":").anyMatch(device::contains);
        return named && !image && !PSEUDO.contains(device);
    }

    private static Optional<Disk> read(Matcher m) {
        OptionalLong kib = Facts.number(m.group(2), 1L << 50);
        // where the reserve is in use, df says that less than nothing is left
        OptionalLong left = Facts.number(m.group(3).replaceFirst("^-.*", "0"), 1L << 50);
        int percent = Integer.parseInt(m.group(4));
        if (kib.isEmpty() || left.isEmpty() || percent > 100) {
            return Optional.empty();
        }
        String mount = Facts.plain(m.group(5));
        return Optional.of(
                new Disk(mount, kib.getAsLong() * 1024, left.getAsLong() * 1024, percent));
    }
}
