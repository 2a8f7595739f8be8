package org.ronron.ui.pages.requests;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.core.model.NameCheck;

/**
 * What can be recognised in a pasted e-mail, form, or line of a table: each field that was found,
 * the others are left out. A guess for a person to read again. Pure; of what is very long only the
 * beginning is read.
 */
record Pasted(Map<Field, String> found) {
    private static final int READ = 20_000;
    private static final int LONGEST_LABEL = 60;
    private static final int SENTENCE = 30;

    /** What RFC 5322 lets stand in an address without quotes, as far as people use it. */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private static final Pattern FROM = Pattern.compile("(?i)(from|de)\\s*:\\s*(.{0,200})");
    private static final Pattern LABEL = Pattern.compile("\\s*([^:=]{1,60}?)\\s*[:=]\\s*(.*)");

    /** A field of the form. */
    enum Field {
        ORGANISATION("organisation", "association", "structure", "collectif", "organization"),
        WISHED(
                "nom souhaite",
                "adresse souhaitee",
                "adresse voulue",
                "nom de l espace",
                "nom d espace",
                "espace",
                "sous domaine",
                "wished name",
                "wished address",
                "space name",
                "space",
                "subdomain"),
        EMAIL("courriel", "e mail", "email", "mail", "mel", "adresse mail", "adresse e mail"),
        PERSON("nom", "contact", "personne", "name", "prenom et nom", "nom et prenom", "person"),
        OFFICE("suite", "bureautique", "suite bureautique", "office", "office suite"),
        PURPOSE(
                "pourquoi",
                "raison",
                "motif",
                "projet",
                "message",
                "besoin",
                "demande",
                "why",
                "purpose",
                "reason",
                "request");

        private final List<String> labels;

        Field(String... labels) {
            this.labels = List.of(labels);
        }

        private static Optional<Field> of(String label) {
            String plain = plain(label);
            for (Field field : values()) {
                if (field.labels.contains(plain)) {
                    return Optional.of(field);
                }
            }
            boolean names = plain.startsWith("nom de l") || plain.startsWith("name of the");
            return names ? Optional.of(ORGANISATION) : Optional.empty();
        }

        private static String plain(String label) {
            return Normalizer.normalize(label, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z]+", " ")
                    .strip();
        }
    }

    Pasted {
        found = Map.copyOf(found);
    }

    /** What there is in this text; nothing of it when it says nothing that is known. */
    static Pasted of(String text) {
        String read =
                Clean.words(
                        text.substring(0, Math.min(text.length(), READ)).replace('\t', ';'), READ);
        Map<Field, String> found = new EnumMap<>(Field.class);
        List<String> lines = read.lines().toList();
        if (!table(lines, found)) {
            letter(lines, found);
        }
        if (!found.containsKey(Field.EMAIL)) {
            email(read).ifPresent(e -> found.put(Field.EMAIL, e));
        }
        found.replaceAll((field, value) -> field == Field.PURPOSE ? value : Clean.line(value, 200));
        found.values().removeIf(String::isBlank);
        return new Pasted(found);
    }

    String get(Field field) {
        return found.getOrDefault(field, "");
    }

    private static Optional<String> email(String text) {
        Matcher matcher = EMAIL.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** A line of a table, perhaps with its head before it. */
    private static boolean table(List<String> lines, Map<Field, String> found) {
        List<String> rows = lines.stream().filter(l -> !l.isBlank()).toList();
        if (rows.isEmpty() || rows.size() > 2) {
            return false;
        }
        List<String> cells = cells(rows.getLast());
        if (cells.size() < 3) {
            return false;
        }
        if (rows.size() == 2) {
            List<String> heads = cells(rows.getFirst());
            for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
                String cell = cells.get(i);
                Field.of(heads.get(i)).ifPresent(f -> found.putIfAbsent(f, cell));
            }
            return !found.isEmpty();
        }
        cells.forEach(cell -> cell(cell, found));
        return true;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(";", 40)) {
            cells.add(cell.strip().replaceAll("^\"|\"$", ""));
        }
        return cells;
    }

    private static void cell(String cell, Map<Field, String> found) {
        Optional<String> email = email(cell);
        if (email.isPresent()) {
            found.putIfAbsent(Field.EMAIL, email.get());
        } else if (cell.length() >= SENTENCE && cell.contains(" ")) {
            found.putIfAbsent(Field.PURPOSE, cell);
        } else if (NameCheck.SHAPE.matcher(cell).matches() && !cell.matches("[0-9-]+")) {
            found.putIfAbsent(Field.WISHED, cell);
        } else if (cell.chars().anyMatch(Character::isLetter)) {
            found.putIfAbsent(
                    found.containsKey(Field.ORGANISATION) ? Field.PERSON : Field.ORGANISATION,
                    cell);
        }
    }

    /** Lines with a name before a colon, and what is written under them. */
    private static void letter(List<String> lines, Map<Field, String> found) {
        StringBuilder body = new StringBuilder();
        boolean purpose = false;
        for (String line : lines) {
            Matcher from = FROM.matcher(line.strip());
            Matcher label = LABEL.matcher(line.substring(0, Math.min(line.length(), 2_000)));
            Optional<Field> field =
                    label.matches() && label.group(1).length() <= LONGEST_LABEL
                            ? Field.of(label.group(1))
                            : Optional.empty();
            if (from.matches() && email(line).isPresent()) {
                sender(from.group(2), found);
            } else if (field.isPresent()) {
                purpose = field.get() == Field.PURPOSE;
                put(field.get(), label.group(2), found);
            } else if (purpose && !line.isBlank()) {
                found.merge(Field.PURPOSE, line.strip(), (a, b) -> (a + "\n" + b).strip());
            } else if (!head(line)) {
                purpose = false;
                body.append(line).append('\n');
            }
        }
        if (!body.toString().isBlank() && !found.isEmpty()) {
            found.putIfAbsent(Field.PURPOSE, Clean.words(body.toString(), READ));
        }
    }

    private static void put(Field field, String value, Map<Field, String> found) {
        if (field == Field.EMAIL || field == Field.PERSON) {
            email(value).ifPresent(e -> found.putIfAbsent(Field.EMAIL, e));
        }
        if (field == Field.PERSON) {
            String name = value.replaceAll("[<(\"]?" + EMAIL.pattern() + "[>)\"]?", "").strip();
            if (!name.isEmpty()) {
                found.putIfAbsent(field, name);
            }
        } else if (field != Field.EMAIL) {
            found.merge(field, value.strip(), (a, b) -> a.isBlank() ? b : a);
        }
    }

    /** {@code Name <address>}, as the head of an e-mail has it. */
    private static void sender(String value, Map<Field, String> found) {
        put(Field.PERSON, value.replace("\"", ""), found);
    }

    /** A line of an e-mail's head that says nothing for the form. */
    private static boolean head(String line) {
        return line.matches(
                "(?iu)(to|à|a|cc|cci|bcc|date|envoyé|sent|subject|objet|sujet|reply-to)\\s*:.*");
    }
}
