package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.FindingFact;
import org.ronron.api.Fingerprint;
import org.ronron.api.Inventory;
import org.ronron.api.LinkFact;
import org.ronron.api.LinkFact.Health;
import org.ronron.api.LinkFact.Kind;
import org.ronron.api.Login;
import org.ronron.api.NodeFact;
import org.ronron.api.Observation;
import org.ronron.api.Severity;
import org.ronron.api.Spaces;

/**
 * What the host says of all its spaces, by one script, and of one of them, closely. The script
 * decides, this only reads.
 */
record FarmReport(Farm farm) implements Inventory, Spaces {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int FIRST = 25;

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
        Map<String, List<String>> said = asked("observe", farm.at("domain"));
        List<String> host = said.getOrDefault("host", List.of());
        String version = value(host, "version");
        if (!version.matches("\\d{1,3}([.]\\d{1,3}){1,3}") || major(version) < FIRST) {
            String supported = FIRST + " and later";
            String found = Own.plain(version);
            throw farm.host()
                    .fault(CommonError.WRONG_VERSION, "version", found, "supported", supported);
        }
        String name = value(host, "name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw badAnswer(name);
        }
        List<String> may = said.getOrDefault("may", List.of());
        String fingerprint = Fingerprint.of(version + farm.at() + name + new TreeSet<>(may));
        boolean root = value(host, "uid").equals("0");
        return Observation.of(farm.host().clock().instant(), version, fingerprint)
                .withNodes(List.of(node(name)))
                .withFindings(findings(name, said.getOrDefault("wanting", List.of())))
                .withLogin(Login.of(Own.plain(value(host, "login")), may, "all", NEEDS, root))
                .withLinks(links(said.getOrDefault("spaces", List.of())));
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("[.]", 2)[0]);
    }

    private static NodeFact node(String name) {
        OptionalLong none = OptionalLong.empty();
        NodeFact.Reach up = NodeFact.Reach.UP;
        return NodeFact.member(
                name, name, List.of(), Optional.empty(), up, none, none, "", Map.of());
    }

    /** {@code FU name}: how the app is, how its entry in the list is, by their first letters. */
    private static List<LinkFact> links(List<String> lines) {
        List<LinkFact> links = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > 3 && Arguments.isName(line.substring(3))) {
                String name = line.substring(3);
                link(Kind.APP, line.substring(0, 1), name, links);
                link(Kind.RUNNER, line.substring(1, 2), name, links);
            }
        }
        return links;
    }

    private static void link(Kind kind, String letter, String name, List<LinkFact> links) {
        for (Health health : Health.values()) {
            if (health.name().startsWith(letter)) {
                links.add(LinkFact.of(kind, name, name, health));
            }
        }
    }

    /** {@code kind count names}: one a kind, since of ten thousand spaces it can concern all. */
    private static List<FindingFact> findings(String node, List<String> lines) {
        List<FindingFact> findings = new ArrayList<>();
        for (String line : lines) {
            String[] part = line.split(" ", 3);
            if (part.length == 3 && part[0].matches("[a-z-]{1,40}")) {
                Severity severity = part[0].equals("maintenance") ? Severity.INFO : Severity.WARN;
                Map<String, String> details = Map.of("count", part[1], "names", part[2]);
                findings.add(new FindingFact(part[0], severity, node, details));
            }
        }
        return findings;
    }

    @Override
    public List<LinkFact> look(String space) throws ConnectorException {
        if (!Arguments.isName(space)) {
            return List.of();
        }
        List<LinkFact> links = new ArrayList<>();
        for (String line :
                asked("look", space, farm.at("domain")).getOrDefault("space", List.of())) {
            String[] part = line.split("\t");
            Map<String, String> details = new LinkedHashMap<>();
            Arrays.stream(part)
                    .skip(3)
                    .map(detail -> detail.split("=", 2))
                    .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                    .forEach(pair -> details.put(pair[0], Own.plain(pair[1])));
            for (Kind kind : Kind.values()) {
                for (Health health : Health.values()) {
                    if (part.length > 2
                            && kind.name().equals(part[0])
                            && health.name().equals(part[1])) {
                        links.add(new LinkFact(kind, space, Own.plain(part[2]), health, details));
                    }
                }
            }
        }
        return links;
    }

    /** The lines below each {@code == name} of a whole answer. */
    private Map<String, List<String>> asked(String verb, String... words)
            throws ConnectorException {
        String answer = farm.read(verb, List.of(words), DEADLINE);
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
        if (!found.containsKey("end")) {
            throw badAnswer(answer);
        }
        return found;
    }

    private ConnectorException badAnswer(String answer) {
        String found = Own.plain(answer.lines().findFirst().orElse(""));
        return farm.host()
                .fault(CommonError.BAD_ANSWER, "address", farm.at("host"), "found", found);
    }

    /** The rest of the line that begins with this word. */
    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
