package org.ronron.plugin.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ronron.api.FindingFact;
import org.ronron.api.Observation;
import org.ronron.api.Setting;

class LinuxTextsTest {
    private final LinuxConnector connector = new LinuxConnector();
    private final ResourceBundle french = connector.texts(Locale.FRENCH);
    private final ResourceBundle english = connector.texts(Locale.GERMAN);

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
        assertEquals(new TreeSet<>(french.keySet()), new TreeSet<>(english.keySet()));
        for (String key : french.keySet()) {
            assertFalse(french.getString(key).isBlank(), key);
            assertEquals(places(english.getString(key)), places(french.getString(key)), key);
        }
    }

    @Test
    void theKeysAreThoseThatAreUsed() throws Exception {
        Set<String> used = new TreeSet<>(Set.of("connector.name", "connector.help"));
        for (Setting setting : connector.descriptor().settings()) {
            used.add("setting." + setting.key() + ".label");
            used.add("setting." + setting.key() + ".help");
        }
        List<String> captures =
                List.of(
                        "debian-12.txt",
                        "podman-4.3.txt",
                        "composed-unwell.txt",
                        "composed-forgotten.txt");
        for (String capture : captures) {
            Observation seen = Captures.asking(List.of("/gone.pem")).read(Captures.read(capture));
            seen.nodes().getFirst().labels().keySet().forEach(key -> used.add("fact." + key));
            for (FindingFact finding : seen.findings()) {
                used.add("finding." + finding.kind() + ".what");
                used.add("finding." + finding.kind() + ".remedy");
            }
        }
        used.addAll(Set.of("fact.config.file", "fact.config.key"));
        used.addAll(Set.of("finding.sudo-refused.what", "finding.sudo-refused.remedy"));
        used.addAll(Set.of("choice.none", "choice.named"));
        used.add("value.securityUpdates.not-known");
        connector.grants().forEach(grant -> used.add("grant." + grant.text()));
        assertEquals(used, new TreeSet<>(french.keySet()));
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                Pattern.compile("\\{\\w+}")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }
}
