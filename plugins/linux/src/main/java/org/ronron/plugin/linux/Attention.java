package org.ronron.plugin.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ronron.api.FindingFact;
import org.ronron.api.Severity;

/** What on a machine needs a person. */
final class Attention {
    private static final int FULL = 90;
    private static final int NO_ROOM = 97;
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9:_.\\\\@-]{1,256}");

    private Attention() {}

    static List<FindingFact> of(Sections all, String node, List<Disk> disks) {
        List<FindingFact> found = new ArrayList<>();
        for (Disk disk : disks) {
            if (disk.percent() > FULL) {
                Severity severity = disk.percent() >= NO_ROOM ? Severity.ERROR : Severity.WARN;
                Map<String, String> details =
                        Map.of("mount", disk.mount(), "percent", Integer.toString(disk.percent()));
                found.add(new FindingFact("disk-full", severity, node, details));
            }
        }
        for (String unit : failedUnits(all)) {
            found.add(FindingFact.of("unit-failed", Severity.ERROR, node, "unit", unit));
        }
        String lines = String.join("\n", RootsContainers.missing(all));
        if (!lines.isEmpty()) {
            found.add(FindingFact.of("sudo-refused", Severity.INFO, node, "lines", lines));
        }
        String urgent = all.value("updates", "security").orElse("");
        if (Facts.number(urgent, Integer.MAX_VALUE).orElse(0) > 0) {
            found.add(FindingFact.of("security-updates", Severity.WARN, node, "count", urgent));
        }
        if (all.value("updates", "reboot").isPresent()) {
            found.add(FindingFact.of("reboot-required", Severity.WARN, node));
        }
        return found;
    }

    /** First words of {@code systemctl list-units --failed --plain}; old ones put a dot before. */
    static List<String> failedUnits(Sections all) {
        return all.of("units").stream()
                .map(line -> Facts.plain(line).replaceFirst("^[●*] *", ""))
                .filter(line -> line.contains(" failed "))
                .map(line -> line.split(" ", 2)[0])
                .filter(unit -> UNIT.matcher(unit).matches())
                .distinct()
                .limit(50)
                .toList();
    }
}
