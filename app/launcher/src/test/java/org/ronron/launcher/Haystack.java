package org.ronron.launcher;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for secrets in bytes: as they are, in the encodings in which a program would let them slip,
 * and piece by piece, since whatever escapes a quote leaves the letters beside it as they were.
 */
final class Haystack {
    /** What is shorter would be found in words that have nothing to do with it. */
    private static final int SHORTEST = 8;

    private final Map<String, List<byte[]>> needles = new LinkedHashMap<>();

    Haystack(List<String> secrets) {
        secrets.forEach(secret -> needles.put(secret, needles(secret)));
    }

    private static List<byte[]> needles(String secret) {
        Set<String> parts = new TreeSet<>(List.of(secret));
        for (String piece : secret.split("[^\\p{L}\\p{N}-]+", -1)) {
            if (piece.length() >= SHORTEST) {
                parts.add(piece);
            }
        }
        List<byte[]> all = new ArrayList<>();
        for (String part : parts) {
            forms(part).values().forEach(all::addAll);
        }
        return all;
    }

    /** A text in each form, by the form's name. */
    static Map<String, List<byte[]>> forms(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Map<String, List<byte[]>> forms = new LinkedHashMap<>();
        forms.put("UTF-8", List.of(utf8));
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.put(wide.name(), List.of(text.getBytes(wide)));
        }
        forms.put("base64", base64(utf8, Base64.getEncoder()));
        forms.put("base64url", base64(utf8, Base64.getUrlEncoder()));
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forms.put("URL", ascii(url, url.replace("+", "%20"), lower(url)));
        forms.put("shell", ascii(text.replace("'", "'\\''"), text.replace("'", "'\"'\"'")));
        forms.put("escaped", ascii(escaped(text, false), escaped(text, true)));
        forms.put("HTML", ascii(html(text)));
        HexFormat hex = HexFormat.of();
        forms.put("hex", ascii(hex.formatHex(utf8), hex.withUpperCase().formatHex(utf8)));
        return forms;
    }

    /** Within a longer text it begins at one of three places of a group. */
    private static List<byte[]> base64(byte[] bytes, Base64.Encoder encoder) {
        List<byte[]> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = encoder.withoutPadding().encodeToString(shifted);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length / 3 * 4;
            if (to - from >= SHORTEST) {
                forms.add(text.substring(from, to).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return forms;
    }

    private static List<byte[]> ascii(String... texts) {
        return Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static String lower(String url) {
        StringBuilder out = new StringBuilder(url);
        for (int i = 0; i + 2 < out.length(); i++) {
            if (out.charAt(i) == '%') {
                out.replace(i, i + 3, url.substring(i, i + 3).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return out.toString();
    }

    /** As JSON and Java write it; with every letter beyond ASCII as an escape, too. */
    private static String escaped(String text, boolean all) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (all && c > 0x7e) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The secrets that are in it, in whatever form. */
    Set<String> in(byte[] hay) {
        Set<String> found = new TreeSet<>();
        needles.forEach(
                (secret, forms) -> {
                    if (forms.stream().anyMatch(form -> contains(hay, form))) {
                        found.add(secret);
                    }
                });
        return found;
    }

    /** The secrets in each file of a folder, by file; their names count as well. */
    Map<Path, Set<String>> in(Path folder) throws IOException {
        Map<Path, Set<String>> found = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted().toList()) {
                Set<String> here = in(path.toString().getBytes(StandardCharsets.UTF_8));
                if (Files.isRegularFile(path)) {
                    here.addAll(in(Files.readAllBytes(path)));
                }
                if (!here.isEmpty()) {
                    found.put(path, here);
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] hay, byte[] needle) {
        for (int i = 0; i + needle.length <= hay.length; i++) {
            if (hay[i] == needle[0]
                    && Arrays.equals(hay, i, i + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }
}
