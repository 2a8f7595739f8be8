package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.MadeSecret;
import org.ronron.api.Shell;

/**
 * Where things are on the host, and the two scripts that look at it and change it.
 *
 * @param at the settings, checked
 */
record Farm(Host host, Map<String, String> at) {
    private static final Shell.Script READ = script("read", true);
    private static final Shell.Script WRITE = script("write", false);
    private static final List<String> LOGIN = List.of("host", "port", "user", "domain");

    /** What sudo says where it goes on. */
    private static final Pattern NOISE = Pattern.compile("sudo: unable to resolve host .*\n?");

    /** As the scripts take them, around the verb. */
    private static final List<String> PLACES =
            List.of("code", "configs", "sites", "list", "saves", "occ");

    /** Others are paths. */
    private static final Map<String, String> LOOKS =
            Map.of(
                    "host", "[^\\s\\p{Cntrl}]{1,253}",
                    "user", "[^\\s\\p{Cntrl}]{1,64}",
                    "port", "[1-9][0-9]{0,4}",
                    "domain", Arguments.DOMAIN,
                    "web", "|[a-z_][a-z0-9_-]{0,31}",
                    "occ", "[^\\p{Cntrl}]{1,300}");

    /** The text within which the script is handed to the shell of the other account. */
    private static Shell.Script script(String name, boolean reading) {
        String body = Own.text("common.sh") + "\n" + Own.text(name + ".sh");
        String text =
                Own.text("web.sh")
                        + "{\nbegin \"$@\"\ncat <<'RONRON'\n(\n"
                        + body
                        + ") </dev/null\nRONRON\n} | as_web\n";
        return new Shell.Script("nextcloud " + name, reading, text);
    }

    static Farm of(Host host) throws ConnectorException {
        Map<String, String> at = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(LOGIN);
        keys.addAll(PLACES);
        keys.add("web");
        for (String key : keys) {
            String value = host.setting(key).orElse("").strip().replaceFirst("(?<=.)/+$", "");
            if (!value.matches(LOOKS.getOrDefault(key, "/[^\\p{Cntrl}:]{1,500}"))) {
                String reason = value.isEmpty() ? "is missing" : "is not as its help describes it";
                throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
            }
            at.put(key, value);
        }
        return new Farm(host, at);
    }

    String at(String key) {
        return at.getOrDefault(key, "");
    }

    String read(String verb, List<String> words, Duration deadline) throws ConnectorException {
        Shell.Answer answer = host.shell().run(READ, all(verb, words), deadline);
        return judged(answer, verb, words, "", Effect.NONE);
    }

    /**
     * Changes something.
     *
     * @param hidden taken out of what is said of it; may be empty
     */
    void write(Verb verb, List<String> words, List<MadeSecret> secrets, String hidden)
            throws ConnectorException {
        List<String> all = all(verb.id(), words);
        Shell.Answer answer =
                secrets.isEmpty()
                        ? host.shell().run(WRITE, all, verb.deadline())
                        : host.shell().run(WRITE, all, secrets, verb.deadline());
        judged(answer, verb.id(), words, hidden, Effect.UNKNOWN);
    }

    private List<String> all(String verb, List<String> words) {
        List<String> all = new ArrayList<>(List.of(at("web"), verb));
        PLACES.forEach(key -> all.add(at(key)));
        all.addAll(words);
        return all;
    }

    /**
     * What came of it.
     *
     * @param worst what a failure may have left behind
     */
    private String judged(
            Shell.Answer answer, String verb, List<String> words, String hidden, Effect worst)
            throws ConnectorException {
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            throw host.fault(CommonError.TOO_LARGE, "address", at("host"), "limit", limit);
        }
        int exit = answer.exit().orElse(-1);
        if (exit == 0) {
            return answer.out();
        }
        String said = Own.plain(NOISE.matcher(answer.err()).replaceAll(""));
        String message = hidden.isEmpty() ? said : said.replace(hidden, "…");
        if (exit == 1 && message.startsWith("sudo:")) {
            String right = "sudo -u " + at("web") + " /bin/sh -s";
            throw host.fault(CommonError.RIGHT_MISSING, "right", right);
        }
        Map<String, String> details = new LinkedHashMap<>();
        List.of("path", "program", "message").forEach(name -> details.put(name, message));
        List.of("command", "step").forEach(name -> details.put(name, verb));
        details.put("exit", Integer.toString(exit));
        details.put("name", words.isEmpty() ? "" : words.getFirst());
        Effect effect = leftNothing(verb, exit) ? Effect.NONE : worst;
        throw new ConnectorException(
                new Fault(NextcloudError.of(exit), host.endpointName(), effect, details));
    }

    /** Of a file nothing is left when it could not be made; occ may have done a part. */
    private static boolean leftNothing(String verb, int exit) {
        boolean refused = exit >= 10 && exit <= 13 || exit == 16;
        return refused || exit >= 14 && exit <= 29 && !verb.matches("(app|office)[.].*");
    }
}
