package org.ronron.practice.nextcloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The folders of a farm of Nextclouds on this machine, with a stand-in for the code: no registry
 * has Nextcloud, and it needs PHP. Its {@code occ} is a shell script that says of itself that it
 * stands in. Whoever made the folder removes it.
 *
 * @param folder holds all of it
 * @param domain of the spaces
 */
public record StandInFarm(Path folder, String domain) {
    /** What it was checked against, as the tour prints it. */
    public static final String SOFTWARE = "a stand-in for Nextcloud 31.0.5";

    /**
     * Makes the folders and the code.
     *
     * @param folder empty
     */
    public static StandInFarm make(Path folder, String domain) throws IOException {
        StandInFarm farm = new StandInFarm(folder, domain);
        for (Path each :
                List.of(farm.code(), farm.configs(), farm.sites(), farm.saves(), farm.runner())) {
            Files.createDirectories(each);
        }
        copy("version.php", farm.code());
        Path occ = copy("occ", farm.code());
        Files.setPosixFilePermissions(occ, PosixFilePermissions.fromString("rwxr-xr-x"));
        return farm;
    }

    private static Path copy(String name, Path into) throws IOException {
        try (InputStream in = StandInFarm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing " + name);
            }
            return Files.write(into.resolve(name), in.readAllBytes());
        }
    }

    public Path code() {
        return folder.resolve("nextcloud");
    }

    public Path configs() {
        return folder.resolve("configs");
    }

    public Path sites() {
        return folder.resolve("sites");
    }

    public Path saves() {
        return folder.resolve("saves");
    }

    /** The list that the runner of background jobs works through. */
    public Path list() {
        return runner().resolve("list");
    }

    private Path runner() {
        return folder.resolve("runner");
    }

    /** The connector's settings beside those of the login. */
    public Map<String, String> settings() {
        return Map.of(
                "domain", domain,
                "code", code().toString(),
                "configs", configs().toString(),
                "sites", sites().toString(),
                "saves", saves().toString(),
                "list", list().toString(),
                "occ", "./occ");
    }

    /**
     * What its occ does wrong from now on; the script says which there are.
     *
     * @param faults {@code lies COMMAND}, {@code fails COMMAND}, {@code slow SECONDS}, {@code
     *     chatty}
     */
    public void faults(String... faults) throws IOException {
        Files.write(code().resolve("stand-in.faults"), List.of(faults));
    }

    /** Says when each account of a space logged in last, in seconds; 0 is never. */
    public void lastSeen(String space, Map<String, Long> accounts) throws IOException {
        Files.write(
                configs().resolve(space).resolve("stand-in.seen"),
                accounts.entrySet().stream().map(a -> a.getKey() + " " + a.getValue()).toList());
    }
}
