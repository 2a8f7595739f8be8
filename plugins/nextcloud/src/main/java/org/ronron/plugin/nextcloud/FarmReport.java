package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.Spaces;

/** What the host says of all its spaces, by one script; and of one of them, closely. */
record FarmReport(Farm farm) implements Inventory, Spaces {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int FIRST = 25;
    private static final int FEW = 5;

    /** What each right on the host is needed for. */
    private static final Map<String, List<String>> NEEDS =
            Map.of(
                    "config.write", List.of("configs", "saves"),
                    "config.remove", List.of("configs", "saves"),
                    "link.make", List.of("sites", "saves"),
                    "link.remove", List.of("sites", "saves"),
                    "runner.add", List.of("list", "saves"),
                    "runner.remove", List.of("list", "saves"),
                    "app.install", List.of("configs", "saves", "postgresql"),
                    "app.uninstall", List.of("configs", "saves", "postgresql"),
                    "database.save", List.of("saves", "postgresql"));

    @Override
    public Map<String, String> facts() {
        return Map.of("domain", farm.at("domain"), "host", farm.at("host"));
    }

    @Override
    public Observation observe() throws ConnectorException {
        String answer = farm.read("observe", List.of(farm.at("domain")), DEADLINE);
        Map<String, List<String>> said = sections(answer);
        if (!said.containsKey("end")) {
            throw badAnswer(answer);
        }
        String version = value(said, "code", "version");
        if (!version.matches("\\d{1,3}([.]\\d{1,3}){1,3}") || major(version) < FIRST) {
            String supported = FIRST + " and later";
            throw farm.host()
                    .fault(
                            CommonError.WRONG_VERSION,
                            "version",
                            Own.plain(version),
                            "supported",
                            supported);
        }
        String name = value(said, "host", "name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw badAnswer(name);
        }
        List<LinkFact> links = new ArrayList<>();
        Map<String, List<String>> wanting = new LinkedHashMap<>();
        for (String line : said.getOrDefault("spaces", List.of())) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2 && Arguments.isName(parts[1])) {
                space(parts[0], parts[1], links, wanting);
            }
        }
        Set<String> may = new HashSet<>(said.getOrDefault("may", List.of()));
        String fingerprint = version + farm.at() + name + new java.util.TreeSet<>(may);
        return Observation.of(farm.host().clock().instant(), version, Fingerprint.of(fingerprint))
                .withNodes(List.of(node(name)))
                .withFindings(findings(name, wanting))
                .withLogin(login(said, may))
                .withLinks(links);
    }

    private ConnectorException badAnswer(String answer) {
        String found = Own.plain(answer.lines().findFirst().orElse(""));
        return farm.host()
                .fault(CommonError.BAD_ANSWER, "address", farm.at("host"), "found", found);
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("[.]", 2)[0]);
    }

    private static NodeFact node(String name) {
        OptionalLong unknown = OptionalLong.empty();
        return NodeFact.member(
                name,
                name,
                List.of(),
                Optional.empty(),
                NodeFact.Reach.UP,
                unknown,
                unknown,
                "",
                Map.of());
    }

    private static Login login(Map<String, List<String>> said, Set<String> may) {
        boolean root = value(said, "host", "uid").equals("0");
        return Login.of(Own.plain(value(said, "host", "login")), may, "all", NEEDS, root);
    }

    /** Flags as read.sh names them. */
    private static void space(
            String flags, String name, List<LinkFact> links, Map<String, List<String>> wanting) {
        boolean configured = flags.contains("c");
        boolean linked = flags.contains("l");
        boolean listed = flags.contains("r");
        boolean installed = configured && !flags.contains("i");
        boolean off = flags.contains("m");
        Health app = Health.FINE;
        if (!configured || !linked || flags.contains("u")) {
            app = Health.WRONG;
        } else if (!installed) {
            app = Health.ATTENTION;
        } else if (off) {
            app = Health.OFF;
        }
        if (configured || linked) {
            links.add(LinkFact.of(LinkFact.Kind.APP, name, name, app));
        }
        if (listed) {
            links.add(LinkFact.of(LinkFact.Kind.RUNNER, name, name, runner(flags)));
        }
        note(wanting, "link-missing", name, installed && !linked);
        note(wanting, "configuration-missing", name, !configured && linked);
        note(wanting, "not-in-runner", name, installed && !listed);
        note(wanting, "maintenance", name, off);
        note(wanting, "upgrade-needed", name, flags.contains("u"));
        note(wanting, "runner-late", name, flags.contains("o"));
    }

    private static Health runner(String flags) {
        if (!flags.contains("c")) {
            return Health.WRONG;
        }
        if (flags.contains("o")) {
            return Health.ATTENTION;
        }
        return flags.contains("n") ? Health.UNKNOWN : Health.FINE;
    }

    private static void note(
            Map<String, List<String>> wanting, String kind, String name, boolean so) {
        if (so) {
            wanting.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
        }
    }

    /** One a kind: of ten thousand spaces, a kind can concern all. */
    private static List<FindingFact> findings(String node, Map<String, List<String>> wanting) {
        List<FindingFact> findings = new ArrayList<>();
        wanting.forEach(
                (kind, names) -> {
                    String few = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
                    String shown = names.size() > FEW ? few + ", …" : few;
                    String count = Integer.toString(names.size());
                    Severity severity = kind.equals("maintenance") ? Severity.INFO : Severity.WARN;
                    findings.add(
                            FindingFact.of(kind, severity, node, "count", count, "names", shown));
                });
        return findings;
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        if (!Arguments.isName(space)) {
            return List.of();
        }
        String answer = farm.read("look", List.of(space, farm.at("domain")), DEADLINE);
        Map<String, List<String>> said = sections(answer);
        if (!said.containsKey("end")) {
            throw badAnswer(answer);
        }
        return SpaceReport.links(space, said.getOrDefault("space", List.of()));
    }

    /** The lines below each {@code == name}. */
    private static Map<String, List<String>> sections(String answer) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : answer.split("\n", -1)) {
            if (line.matches("== [a-z]{1,20}")) {
                current = new ArrayList<>();
                found.putIfAbsent(line.substring(3), current);
            } else if (!line.isBlank() && line.length() <= 2_000) {
                current.add(line);
            }
        }
        return found;
    }

    private static String value(Map<String, List<String>> said, String section, String name) {
        return SpaceReport.value(said.getOrDefault(section, List.of()), name);
    }
}
