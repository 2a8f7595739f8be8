package org.ronron.plugin.linux;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file system that keeps data, from {@code df -P -k} (POSIX.1-2017, df, "-P").
 *
 * @param percent as df says it: of what an ordinary user can fill
 */
record Disk(String mount, long bytes, long free, int percent) {
    private static final Pattern LINE =
            Pattern.compile(
                    "(.+?) +([0-9]{1,15}) +[0-9]+ +(-?[0-9]{1,15}) +(100|[0-9]{1,2})% +(/.*)");

    /** All of them, the root first; a device that is mounted at several places counts once. */
    static List<Disk> of(Sections all) {
        Set<String> devices = new HashSet<>();
        return all.matching("disks", LINE)
                .filter(m -> m.group(5).equals("/") || keepsData(m.group(1)))
                .sorted(Comparator.comparingInt(m -> m.group(5).length()))
                .filter(m -> devices.add(m.group(1)))
                .map(Disk::read)
                .limit(50)
                .toList();
    }

    /** Not in memory, not made by the kernel, and no image that is full by its nature. */
    private static boolean keepsData(String device) {
        return device.matches(".*[/:].*") && !device.matches("/dev/(loop|sr).*");
    }

    private static Disk read(Matcher m) {
        // where the reserve is in use, df says that less than nothing is left
        long left = Math.max(0, Long.parseLong(m.group(3)));
        long bytes = Long.parseLong(m.group(2)) * 1024;
        return new Disk(Facts.plain(m.group(5)), bytes, left * 1024, Integer.parseInt(m.group(4)));
    }
}
