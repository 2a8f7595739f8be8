package org.ronron.practice.nomad;

import java.util.List;
import java.util.Optional;
import org.ronron.api.Json;

/**
 * Who may do what.
 *
 * @param node {@code read} or {@code write} on nodes; empty for neither
 * @param namespaces whose jobs it may see; {@code *} for all
 * @param agent whether it may ask the agent about itself
 */
record Token(
        String secret,
        String name,
        String type,
        String node,
        List<String> namespaces,
        boolean agent) {
    static final List<Token> ALL =
            List.of(
                    new Token(
                            "practice-management-token",
                            "Bootstrap Token",
                            "management",
                            "write",
                            List.of("*"),
                            true),
                    client("read", "read", List.of("*"), true),
                    client("write", "write", List.of("*"), true),
                    client("partial", "read", List.of("prod"), false),
                    client("nodes", "read", List.of(), false),
                    client("jobs", "", List.of("*"), false));

    private static Token client(String name, String node, List<String> namespaces, boolean agent) {
        String secret = "practice-" + name + "-token";
        return new Token(secret, "volunteer-" + name, "client", node, namespaces, agent);
    }

    /** Nobody in particular: a call without a token. */
    static final Token ANONYMOUS = new Token("", "Anonymous Token", "client", "", List.of(), false);

    /** A server without ACLs lets everybody do everything. */
    static final Token ANYBODY = new Token("", "", "management", "write", List.of("*"), true);

    static Optional<Token> of(String secret) {
        return secret.isEmpty()
                ? Optional.of(ANONYMOUS)
                : ALL.stream().filter(token -> token.secret().equals(secret)).findFirst();
    }

    boolean management() {
        return type.equals("management");
    }

    boolean readsNodes() {
        return !node.isEmpty();
    }

    boolean writesNodes() {
        return node.equals("write");
    }

    boolean sees(String namespace) {
        return namespaces.contains("*") || namespaces.contains(namespace);
    }

    String accessor() {
        return NomadCluster.uuid("accessor" + name);
    }

    Json.Obj row() {
        return Shapes.TOKEN
                .with("AccessorID", secret.isEmpty() ? "anonymous" : accessor())
                .with("Name", name)
                .with(
                        "Policies",
                        management() || secret.isEmpty()
                                ? Json.Null.NULL
                                : Json.texts(List.of(name)))
                .with("SecretID", secret)
                .with("Type", type);
    }

    /** Its one policy, as HCL. */
    String rules() {
        StringBuilder rules = new StringBuilder();
        if (!node.isEmpty()) {
            rules.append("node {\n  policy = \"").append(node).append("\"\n}\n");
        }
        for (String namespace : namespaces) {
            rules.append("namespace \"").append(namespace).append("\" {\n");
            rules.append("  policy = \"read\"\n}\n");
        }
        return agent ? rules + "agent {\n  policy = \"read\"\n}\n" : rules.toString();
    }
}
