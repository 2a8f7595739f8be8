package org.ronron.plugin.barman;

import java.time.Duration;
import java.util.List;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.ErrorCode;
import org.ronron.api.Host;
import org.ronron.api.Shell;
import org.ronron.receipt.Receipts;

/**
 * Barman on its machine, and the script that asks it.
 *
 * @param config its configuration; empty for Barman's own place of it
 */
record Barman(Host host, String config) {
    /** It asks Barman three times, and Barman all its databases. */
    static final Duration DEADLINE = Duration.ofSeconds(150);

    private static final Shell.Script READ =
            new Shell.Script(
                    "barman read",
                    true,
                    Own.text("read.sh")
                            + "exec python3 -I - \"$1\" \"$2\" <<'RONRON'\n"
                            + Own.text("tell.py")
                            + "RONRON\n");

    static Barman of(Host host) throws ConnectorException {
        setting(host, "host", "[^\\s\\p{Cntrl}]{1,253}");
        setting(host, "user", "[^\\s\\p{Cntrl}]{1,64}");
        setting(host, "port", "[1-9][0-9]{0,4}");
        return new Barman(host, setting(host, "config", "|/[^\\p{Cntrl}]{1,500}"));
    }

    private static String setting(Host host, String key, String look) throws ConnectorException {
        String value = host.setting(key).orElse("").strip();
        if (!value.matches(look)) {
            String reason = value.isEmpty() ? "is missing" : "is not as its help describes it";
            throw host.fault(CommonError.BAD_SETTING, "setting", key, "reason", reason);
        }
        return value;
    }

    /**
     * What Barman says now.
     *
     * @param destination a place to look at as well, or empty
     */
    Told ask(String destination) throws ConnectorException {
        Shell.Answer answer = host.shell().run(READ, List.of(config, destination), DEADLINE);
        String machine = host.setting("host").orElse("");
        if (answer.cut()) {
            String limit = answer.out().length() / 1024 + " KiB";
            throw host.fault(CommonError.TOO_LARGE, "address", machine, "limit", limit);
        }
        int exit = answer.exit().orElse(-1);
        String message = Own.plain(answer.err());
        if (exit != 0) {
            ErrorCode code = BarmanError.of(exit);
            String name = READ.name();
            throw host.fault(code, "command", name, "exit", exit + "", "message", message);
        }
        Told told = Told.parse(answer.out());
        if (told.of("end").isEmpty()) {
            String found = Own.plain(answer.out().lines().findFirst().orElse(""));
            throw host.fault(CommonError.BAD_ANSWER, "address", machine, "found", found);
        }
        if (!told.version().matches("[23][.].*")) {
            String version = told.version();
            throw host.fault(CommonError.WRONG_VERSION, "version", version, "supported", "3.x");
        }
        return told;
    }

    Receipts receipts() throws ConnectorException {
        return new Receipts(host.shell());
    }
}
