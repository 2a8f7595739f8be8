package org.ronron.plugin.nextcloud;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ronron.api.StepClass;

/** What can be done with a space here: the table of it. */
enum Verb {
    CONFIG_WRITE(
            "config.write",
            StepClass.PROBEABLE,
            List.of(
                    "name",
                    "domain",
                    "mark",
                    "databaseHost",
                    "databasePort",
                    "database",
                    "role",
                    "bucket",
                    "key",
                    "s3Host",
                    "s3Port",
                    "s3Tls",
                    "s3Region"),
            List.of("databasePassword", "s3Secret"),
            "umask 027; mkdir {configs}/{name} && nano {configs}/{name}/config.php"
                    + " # {database} at {databaseHost}:{databasePort}, {bucket} at {s3Host}:{s3Port}"),
    CONFIG_REMOVE(
            "config.remove",
            StepClass.IDEMPOTENT,
            List.of("name", "mark"),
            List.of(),
            "mv -T {configs}/{name} {saves}/{name}.{mark}.config"),
    LINK_MAKE(
            "link.make",
            StepClass.IDEMPOTENT,
            List.of("name", "domain"),
            List.of(),
            "ln -s -T {code} {sites}/{name}.{domain}"),
    LINK_REMOVE(
            "link.remove",
            StepClass.IDEMPOTENT,
            List.of("name", "domain"),
            List.of(),
            "rm {sites}/{name}.{domain}"),
    APP_INSTALL(
            "app.install",
            StepClass.PROBEABLE,
            List.of("name", "mark", "admin", "email"),
            List.of("adminPassword"),
            "{env} {occ} maintenance:install --database=pgsql --admin-user={admin}"
                    + " --data-dir={configs}/{name}/data"),
    APP_UNINSTALL(
            "app.uninstall",
            StepClass.IDEMPOTENT,
            List.of("name", "mark"),
            List.of(),
            "{env} {occ} user:lastseen --all; pg_dump -Fc -f {saves}/{name}.{mark}.uninstall.dump;"
                    + " psql -c \"drop owned by current_user\""),
    OFFICE_SET(
            "office.set",
            StepClass.IDEMPOTENT,
            List.of("name", "suite", "url"),
            List.of(),
            "{env} {occ} config:app:set richdocuments wopi_url --value={url} # {suite}"),
    RUNNER_ADD(
            "runner.add",
            StepClass.IDEMPOTENT,
            List.of("name"),
            List.of(),
            "flock {list}.lock sh -c 'echo \"$1\" >>{list}' sh {name}"),
    RUNNER_REMOVE(
            "runner.remove",
            StepClass.IDEMPOTENT,
            List.of("name"),
            List.of(),
            "flock {list}.lock sed -i '/^{name}$/d' {list}"),
    APP_CHECK(
            "app.check",
            StepClass.READ,
            List.of("name"),
            List.of(),
            "{env} {occ} status --output=json"),
    APP_OFF(
            "app.off",
            StepClass.IDEMPOTENT,
            List.of("name"),
            List.of(),
            "{env} {occ} maintenance:mode --on"),
    APP_ON(
            "app.on",
            StepClass.IDEMPOTENT,
            List.of("name"),
            List.of(),
            "{env} {occ} maintenance:mode --off"),
    DATABASE_SAVE(
            "database.save",
            StepClass.PROBEABLE,
            List.of("name", "mark"),
            List.of(),
            "pg_dump -Fc -f {saves}/{name}.{mark}.dump && pg_restore --list"
                    + " {saves}/{name}.{mark}.dump");

    private final String id;
    private final StepClass stepClass;
    private final List<String> words;
    private final List<String> secrets;
    private final String call;

    /**
     * @param words the arguments, in the order in which the script takes them
     * @param secrets those that follow them
     * @param call as one would type it, with places
     */
    Verb(String id, StepClass stepClass, List<String> words, List<String> secrets, String call) {
        this.id = id;
        this.stepClass = stepClass;
        this.words = words;
        this.secrets = secrets;
        this.call = call;
    }

    static Optional<Verb> of(String id) {
        return Arrays.stream(values()).filter(verb -> verb.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    StepClass stepClass() {
        return stepClass;
    }

    List<String> words() {
        return words;
    }

    /** What a probe needs: it is never given whom to write to. */
    List<String> seen() {
        return words.stream().filter(word -> !word.equals("email")).toList();
    }

    List<String> secrets() {
        return secrets;
    }

    String call() {
        return call;
    }

    /** An installation and a copy of a database take minutes. */
    Duration deadline() {
        boolean long_ = this == APP_INSTALL || this == APP_UNINSTALL || this == DATABASE_SAVE;
        return Duration.ofSeconds(long_ ? 900 : 90);
    }
}
