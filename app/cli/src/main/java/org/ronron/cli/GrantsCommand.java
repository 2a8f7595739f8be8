package org.ronron.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ronron.api.Connector;
import org.ronron.api.Grant;
import org.ronron.resources.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ronron grants}: the least that a connection of one type needs. What is to be read stands
 * behind {@code #}, so that the rest can be copied as it is.
 */
@Command(name = "grants", mixinStandardHelpOptions = true, sortOptions = false)
public final class GrantsCommand implements Callable<Integer> {
    private final List<Connector> connectors;
    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TYPE", arity = "0..1")
    private String type = "";

    @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything runs
    public GrantsCommand(List<Connector> connectors, Console console) {
        this.connectors = List.copyOf(connectors);
        this.console = console;
    }

    @Override
    public Integer call() {
        Connector connector =
                connectors.stream()
                        .filter(c -> c.descriptor().id().equals(type))
                        .findFirst()
                        .orElseThrow(this::usage);
        Texts texts = console.texts();
        for (Grant grant : connector.grants()) {
            boolean reads = grant.purpose() == Grant.Purpose.READ;
            console.line("# " + texts.get(reads ? "grants.read" : "grants.write"));
            console.line("# " + texts.find(type, "grant." + grant.text()).orElse(""));
            grant.recipe().lines().forEach(console::line);
        }
        return Exit.OK;
    }

    private ParameterException usage() {
        String known =
                connectors.stream().map(c -> c.descriptor().id()).collect(Collectors.joining(", "));
        String wrong = type.isEmpty() ? "check.noType" : "check.unknownType";
        String said = console.texts().get(wrong, "type", type, "known", known);
        return new ParameterException(spec.commandLine(), Console.clean(said));
    }
}
