package org.ronron.core.hosts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ronron.core.hosts.HostList.Kind;
import org.ronron.core.hosts.HostList.Remark;

/** A list as it grows: the same machine once, and no more machines than can be looked over. */
final class Gathering {
    static final int MOST = 500;
    private final List<HostLine> hosts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void add(HostLine line) {
        String same =
                line.host().toLowerCase(Locale.ROOT) + " " + line.port().orElse(22) + line.via();
        if (hosts.size() >= MOST) {
            remark(line.source(), Kind.MANY, line.name());
        } else if (seen.add(same)) {
            hosts.add(line);
        } else {
            remark(line.source(), Kind.TWICE, line.name());
        }
    }

    void remark(String source, Kind kind, String text) {
        if (remarks.size() < MOST) {
            String shown =
                    text.codePoints()
                            .filter(c -> !Character.isISOControl(c))
                            .limit(120)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            remarks.add(new Remark(source, kind, shown));
        }
    }

    HostList list() {
        return new HostList(hosts, remarks);
    }
}
