package org.ronron.practice.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds programs on this machine: in {@code PATH}, in the system folders that a volunteer's {@code
 * PATH} often lacks ({@code sbin}), and in the lab's cache, where {@code .ci/lab} keeps what it
 * built.
 */
public final class Programs {
    private final List<Path> folders;
    private final boolean wanted;

    /** Looks in these folders only, in this order. */
    public Programs(List<Path> folders) {
        this(folders, true);
    }

    private Programs(List<Path> folders, boolean wanted) {
        this.folders = List.copyOf(folders);
        this.wanted = wanted;
    }

    /** Finds none, whatever is installed: for those who want the stand-ins. */
    public static Programs none() {
        return new Programs(List.of(), false);
    }

    /**
     * The usual places.
     *
     * @param environment {@code PATH}, {@code HOME} and {@code RONRON_LAB_CACHE} are read
     */
    public static Programs of(Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        places.add(cache(environment).resolve("bin"));
        for (String part : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!part.isBlank()) {
                places.add(Path.of(part));
            }
        }
        for (String part : List.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin", "/bin")) {
            places.add(Path.of(part));
        }
        return new Programs(places);
    }

    /** Of the environment that this program was started with. */
    public static Programs ofThisMachine() {
        return of(System.getenv());
    }

    /** Where the lab keeps what it built: {@code ${RONRON_LAB_CACHE:-~/.cache/ronron-lab}}. */
    public static Path cache(Map<String, String> environment) {
        String given = environment.getOrDefault("RONRON_LAB_CACHE", "");
        return given.isBlank()
                ? Path.of(environment.getOrDefault("HOME", "."), ".cache", "ronron-lab")
                : Path.of(given);
    }

    /** The program, if it is here and can be run. */
    public Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * The program.
     *
     * @param install what to do to have it, as one would type it
     * @throws MissingProgramException one line: what is missing and what to install
     */
    public Path require(String name, String install) throws MissingProgramException {
        return find(name)
                .orElseThrow(
                        () ->
                                wanted
                                        ? new MissingProgramException(name, install)
                                        : new MissingProgramException(name));
    }
}
