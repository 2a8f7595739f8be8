package org.ronron.practice.process;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param name for messages and for its log, {@code <folder>/<name>.log}
 * @param command the program and its arguments, never a shell's text
 * @param folder where it runs and where its log is written
 * @param environment added to our own; {@code CI} is always taken out, some servers behave
 *     otherwise with it
 */
public record Launch(
        String name, List<String> command, Path folder, Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Launch of(String name, Path folder, String... command) {
        return new Launch(name, List.of(command), folder, Map.of());
    }

    /** The same with one more variable. */
    public Launch with(String variable, String value) {
        Map<String, String> next = new LinkedHashMap<>(environment);
        next.put(variable, value);
        return new Launch(name, command, folder, next);
    }

    Path log() {
        return folder.resolve(name + ".log");
    }
}
