package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Effect;
import org.ronron.api.ErrorCode;
import org.ronron.api.Fault;
import org.ronron.api.Host;
import org.ronron.api.MadeSecret;
import org.ronron.api.Shell;

/**
 * Where things are on the host, and the two scripts that look at it and change it.
 *
 * @param at the checked settings, in the order in which the scripts take them
 */
record Farm(Host host, Map<String, String> at) {
    private static final String BEGIN = Own.text("web.sh");
    private static final Shell.Script READ = script("read", true);
    private static final Shell.Script WRITE = script("write", false);
    private static final List<String> PATHS = List.of("code", "configs", "sites", "list", "saves");

    /** Ends the text within which the script is handed to the other user's shell. */
    private static Shell.Script script(String name, boolean reading) {
        String body = Own.text("common.sh") + "\n" + Own.text(name + ".sh");
        String text =
                BEGIN
                        + "{\nbegin \"$@\"\ncat <<'RONRON'\n(\n"
                        + body
                        + ") </dev/null\nRONRON\n} | as_web\n";
        return new Shell.Script("nextcloud " + name, reading, text);
    }

    static Farm of(Host host) throws ConnectorException {
        Map<String, String> at = new LinkedHashMap<>();
        for (String key : List.of("host", "user", "domain")) {
            String value = host.setting(key).orElse("").strip();
            if (value.isEmpty()) {
                throw wrong(host, key, "is missing");
            }
            at.put(key, value);
        }
        if (!at.getOrDefault("domain", "").matches(Arguments.DOMAIN)) {
            throw wrong(host, "domain", "is not a domain, as frama.space");
        }
        String port = host.setting("port").orElse("22").strip();
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw wrong(host, "port", "is not between 1 and 65535");
        }
        at.put("port", port);
        at.put("web", host.setting("web").orElse("").strip());
        if (!at.getOrDefault("web", "").matches("|[a-z_][a-z0-9_-]{0,31}")) {
            throw wrong(host, "web", "is not the name of an account");
        }
        for (String key : PATHS) {
            String path = host.setting(key).orElse("").strip().replaceFirst("(?<=.)/+$", "");
            if (!path.matches("/[^\\p{Cntrl}:]{1,500}")) {
                throw wrong(host, key, "is not a path that begins with /");
            }
            at.put(key, path);
        }
        String occ = host.setting("occ").orElse("").strip();
        if (!occ.matches("[^\\p{Cntrl}]{1,300}")) {
            throw wrong(host, "occ", "is not a command");
        }
        at.put("occ", occ);
        return new Farm(host, at);
    }

    private static ConnectorException wrong(Host host, String key, String reason) {
        return host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
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
    void write(
            String verb,
            List<String> words,
            List<MadeSecret> secrets,
            String hidden,
            Duration deadline)
            throws ConnectorException {
        List<String> all = all(verb, words);
        Shell.Answer answer =
                secrets.isEmpty()
                        ? host.shell().run(WRITE, all, deadline)
                        : host.shell().run(WRITE, all, secrets, deadline);
        judged(answer, verb, words, hidden, Effect.UNKNOWN);
    }

    private List<String> all(String verb, List<String> words) {
        List<String> all = new ArrayList<>(List.of(at("web"), verb));
        PATHS.forEach(key -> all.add(at(key)));
        all.add(at("occ"));
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
        OptionalInt exit = answer.exit();
        if (exit.isPresent() && exit.getAsInt() == 0) {
            return answer.out();
        }
        String said = Own.plain(answer.err());
        String message = hidden.isEmpty() ? said : said.replace(hidden, "…");
        boolean sudo = message.startsWith("sudo:");
        if (sudo) {
            String right = "sudo -u " + at("web") + " /bin/sh -s";
            throw host.fault(CommonError.RIGHT_MISSING, "right", right);
        }
        int status = exit.orElse(-1);
        boolean named = status >= 10 && status <= 29;
        Effect effect = named && !leavesTraces(verb, status) ? Effect.NONE : worst;
        throw new ConnectorException(
                new Fault(
                        code(status),
                        host.endpointName(),
                        effect,
                        Map.of(
                                "command", verb,
                                "step", verb,
                                "exit", status < 0 ? "?" : Integer.toString(status),
                                "name", words.isEmpty() ? "" : words.getFirst(),
                                "path", message,
                                "program", message,
                                "message", message)));
    }

    /** Of a file nothing is left when it could not be made; occ may have done a part. */
    private static boolean leavesTraces(String verb, int status) {
        boolean refused = status == 10 || status == 11 || status == 12 || status == 13;
        boolean files = verb.matches("(config|link|runner|database)[.].*");
        return !refused && status != 16 && !files;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 10 -> NextcloudError.TAKEN;
            case 11 -> NextcloudError.NOT_THERE;
            case 12 -> NextcloudError.HOLDS_DATA;
            case 13 -> NextcloudError.AT_WORK;
            case 14 -> NextcloudError.SAYS_OTHERWISE;
            case 15 -> NextcloudError.OCC_FAILED;
            case 16 -> NextcloudError.PROGRAM_MISSING;
            case 17 -> NextcloudError.COPY_FAILED;
            case 28 -> NextcloudError.FULL;
            case 29 -> NextcloudError.NOT_ALLOWED;
            default -> CommonError.COMMAND_FAILED;
        };
    }
}
