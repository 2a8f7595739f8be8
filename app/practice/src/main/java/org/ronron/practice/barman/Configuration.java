package org.ronron.practice.barman;

import java.nio.file.Path;

/**
 * Barman's configuration, as barman(5) of 3.4 has it.
 *
 * @param place the folder that all of it is in
 * @param account as whom Barman runs
 * @param programs the folder with PostgreSQL's programs
 */
record Configuration(Path place, String account, Path programs) {
    String whole() {
        return """
        [barman]
        barman_user = %s
        configuration_files_directory = %s
        barman_home = %s
        barman_lock_directory = %s
        log_file = %s
        log_level = INFO
        compression = gzip
        path_prefix = %s
        retention_policy = RECOVERY WINDOW OF 7 DAYS
        minimum_redundancy = 1
        last_backup_maximum_age = 1 DAYS
        immediate_checkpoint = true
        """
                .formatted(
                        account,
                        place.resolve("d"),
                        place.resolve("home"),
                        place.resolve("home"),
                        place.resolve("barman.log"),
                        programs);
    }

    String server(String name, int port) {
        String to = "host=127.0.0.1 port=" + port + " passfile=" + place.resolve("pgpass");
        return """
        [%1$s]
        description = "%1$s"
        conninfo = %2$s user=barman dbname=postgres connect_timeout=2
        streaming_conninfo = %2$s user=streaming_barman connect_timeout=2
        backup_method = postgres
        streaming_archiver = on
        slot_name = barman_%1$s
        create_slot = auto
        """
                .formatted(name, to);
    }
}
