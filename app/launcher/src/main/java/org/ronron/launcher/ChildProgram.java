package org.ronron.launcher;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ronron.core.json.JsonText;
import org.ronron.practice.collective.PracticePlan;
import org.ronron.practice.collective.PracticePlanJson;
import org.ronron.practice.tour.Acts;

/** This program once more, with the same options: to play an act, or to be measured. */
final class ChildProgram {
    private ChildProgram() {}

    /** This program with other words. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String modules = System.getProperty("jdk.module.path", "");
        if (modules.isEmpty()) {
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        } else {
            command.addAll(
                    List.of("-p", modules, "-m", "org.ronron.launcher/" + Main.class.getName()));
        }
        command.addAll(List.of(words));
        return command;
    }

    static Process start(Acts act, Path home, PracticePlan plan, Path out, Locale locale)
            throws IOException {
        List<String> command =
                command(
                        "--lang",
                        locale.getLanguage(),
                        "tour-act",
                        act.name(),
                        "--out",
                        out.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("RONRON_HOME", home.toString());
        builder.environment().put("PRACTICE", JsonText.write(PracticePlanJson.write(plan)));
        Process child = builder.redirectErrorStream(true).start();
        try (Writer secrets = child.outputWriter(StandardCharsets.UTF_8)) {
            secrets.write(JsonText.write(PracticePlanJson.secrets(plan)) + "\n");
        }
        return child;
    }
}
