package org.ronron.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.api.Connector;
import org.ronron.api.Fault;

/**
 * Every text that a person reads, in one language: the window's own, in parts, and each
 * connector's. Values stand in named places: {@code {name}}. Immutable; any thread.
 */
public final class Texts {
    /**
     * The files of texts, one a part of the house; a build with a key in one language only fails.
     */
    public static final List<String> PARTS =
            List.of(
                    "common",
                    "errors",
                    "words",
                    "plan",
                    "model",
                    "frame",
                    "topology",
                    "pages",
                    "spaces",
                    "backups",
                    "connections",
                    "requests",
                    "cli",
                    "tour");

    /** The languages that are complete. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private final Locale locale;
    private final Map<String, String> own;
    private final Map<String, ResourceBundle> connectors;
    private final Figures figures;

    private Texts(Locale locale, Map<String, String> own, Map<String, ResourceBundle> connectors) {
        this.locale = locale;
        this.own = Map.copyOf(own);
        this.connectors = Map.copyOf(connectors);
        this.figures = new Figures(this);
    }

    /** The texts in French for a French locale, else in English. */
    public static Texts of(Locale wished, List<Connector> connectors) {
        Locale locale =
                wished.getLanguage().equals(Locale.FRENCH.getLanguage())
                        ? Locale.FRENCH
                        : Locale.ENGLISH;
        Map<String, String> own = new HashMap<>();
        for (String part : PARTS) {
            own.putAll(part(part, locale));
        }
        Map<String, ResourceBundle> bundles = new HashMap<>();
        for (Connector connector : connectors) {
            bundles.put(connector.descriptor().id(), connector.texts(locale));
        }
        return new Texts(locale, own, bundles);
    }

    /** One part's keys and texts. */
    public static Map<String, String> part(String part, Locale locale) {
        String file = "texts/" + part + "_" + locale.getLanguage() + ".properties";
        Properties read = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing " + file);
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        Map<String, String> texts = new HashMap<>();
        read.forEach((k, v) -> texts.put((String) k, (String) v));
        return texts;
    }

    public Locale locale() {
        return locale;
    }

    /** How figures, sizes and ages are written in this language. */
    public Figures figures() {
        return figures;
    }

    /** The text of this key; the key itself in brackets when there is none, so that it is seen. */
    public String get(String key) {
        String text = own.get(key);
        return text == null ? "[" + key + "]" : text;
    }

    /** The text with its values, given as name, value, name, value. */
    public String get(String key, String... values) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return fill(get(key), map);
    }

    public String get(String key, Map<String, String> values) {
        return fill(get(key), values);
    }

    /**
     * The text for a count: {@code key.one} or {@code key.many} with {@code {n}}. French counts 0
     * and 1 as one, English only 1.
     */
    public String count(String key, long n) {
        return get(key + (one(n) ? ".one" : ".many"), "n", figures().whole(n));
    }

    /** Whether this language speaks of so many as of one. */
    public boolean one(long n) {
        return locale.equals(Locale.FRENCH) ? n <= 1 : n == 1;
    }

    public boolean has(String key) {
        return own.containsKey(key);
    }

    /**
     * A connector's text; falls back to the window's own of the same key when the type is empty.
     */
    public String of(String type, String key, Map<String, String> values) {
        return find(type, key).map(text -> fill(text, values)).orElse("[" + key + "]");
    }

    /** A connector's text, if there is one. */
    public Optional<String> find(String type, String key) {
        ResourceBundle bundle = connectors.get(type);
        if (bundle != null && bundle.containsKey(key)) {
            return Optional.of(bundle.getString(key));
        }
        return Optional.ofNullable(own.get(key));
    }

    /** What happened. */
    public String what(Fault fault) {
        return error(fault, "what");
    }

    /** What to do about it. */
    public String remedy(Fault fault) {
        return error(fault, "remedy");
    }

    private String error(Fault fault, String part) {
        String key = "error." + fault.code().id() + "." + part;
        Map<String, String> values = new HashMap<>(fault.details());
        values.replaceAll((name, value) -> word(fault, name, value));
        values.putIfAbsent("endpoint", fault.endpoint());
        String text = own.getOrDefault(key + "." + kind(fault), own.get(key));
        if (text == null) {
            text =
                    connectors.values().stream()
                            .filter(b -> b.containsKey(key))
                            .map(b -> b.getString(key))
                            .findFirst()
                            .orElse("[" + key + "]");
        }
        return fill(text, values);
    }

    /** Some faults of one code are so unlike that they have texts of their own. */
    private static String kind(Fault fault) {
        Map<String, String> said = fault.details();
        if (said.containsKey("why")) {
            boolean named = !said.getOrDefault("names", "").isEmpty();
            return named ? "certificate" : "certificate-without-names";
        }
        return slug(said.getOrDefault("cause", ""));
    }

    /**
     * The value in words: a connector's text when it is that text's key or a verb, else those of
     * this one detail of this one code, else those of the house.
     */
    private String word(Fault fault, String detail, String value) {
        for (ResourceBundle bundle : connectors.values()) {
            for (String key : List.of(value, "action." + value, valueKey(detail, value))) {
                if (bundle.containsKey(key)) {
                    return fill(bundle.getString(key), fault.details());
                }
            }
        }
        String usual = own.getOrDefault("word." + slug(value), figures().size(detail, value));
        String special = "word." + fault.code().id() + "." + detail + "." + slug(value);
        return own.getOrDefault(special, usual);
    }

    /**
     * A value of a system in words: the connector's text {@code value.<name>.<value>}, where it has
     * one; else as it is.
     */
    public String value(String type, String name, String value) {
        return find(type, valueKey(name, value)).orElse(value);
    }

    private static String valueKey(String name, String value) {
        return "value." + name + "." + slug(value);
    }

    /** A plain English detail in the reader's language, where the house knows it; else as it is. */
    public String said(String detail) {
        return own.getOrDefault("word." + slug(detail), detail);
    }

    /**
     * The key of a value in words: a fault's details are plain English, and those that the house
     * knows are said in the reader's language.
     */
    private static String slug(String value) {
        String key = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return key.replaceAll("^-|-$", "");
    }

    private static String fill(String text, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(out).toString();
    }
}
