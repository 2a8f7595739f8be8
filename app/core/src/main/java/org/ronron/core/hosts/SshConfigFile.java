package org.ronron.core.hosts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronron.core.hosts.HostList.Kind;
import org.ronron.core.port.OwnFiles;

/** One configuration taken apart into its blocks, with the files that it includes. */
final class SshConfigFile {
    /** As OpenSSH's own limit (READCONF_MAX_DEPTH). */
    private static final int DEEPEST = 16;

    private static final String HOME = "~/.ssh/";
    private static final Set<String> KNOWN =
            Set.of("hostname", "port", "user", "identityfile", "proxyjump", "proxycommand");

    /** A keyword, then its arguments after spaces or one {@code =}. */
    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\s*=\\s*|\\s+)(.*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    private final OwnFiles files;
    private final Gathering all;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Options that apply to the machines of some patterns.
     *
     * @param patterns none for a block that is not understood
     * @param options the first value of each, by its keyword in small letters
     */
    record Block(String source, List<String> patterns, Map<String, String> options) {
        boolean appliesTo(String alias) {
            return SshConfig.matches(patterns, alias);
        }

        /** What every machine has needs no word that it was skipped. */
        boolean everywhere() {
            return patterns.contains("*");
        }
    }

    SshConfigFile(OwnFiles files, Gathering all) {
        this.files = files;
        this.all = all;
    }

    List<Block> blocks() {
        blocks.add(new Block(OwnFiles.SSH_CONFIG, List.of("*"), new LinkedHashMap<>()));
        file(OwnFiles.SSH_CONFIG, 0);
        return blocks;
    }

    private void file(String path, int depth) {
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            all.remark(path, Kind.FILE, path);
            return;
        }
        boolean top = true;
        int number = 0;
        for (String line : text.get().split("\r\n|\r|\n", -1)) {
            number++;
            Matcher parts = LINE.matcher(line.strip());
            if (line.strip().startsWith("#") || !parts.matches()) {
                continue;
            }
            String source = path.substring(HOME.length()) + ":" + number;
            String keyword = parts.group(1).toLowerCase(Locale.ROOT);
            List<String> words = words(parts.group(2));
            switch (keyword) {
                case "host" -> {
                    top = false;
                    blocks.add(new Block(source, words, new LinkedHashMap<>()));
                }
                case "match" -> {
                    top = words.equals(List.of("all"));
                    List<String> patterns = top ? List.of("*") : List.of();
                    blocks.add(new Block(source, patterns, new LinkedHashMap<>()));
                    if (!top) {
                        all.remark(source, Kind.MATCH, parts.group(2));
                    }
                }
                case "include" -> include(source, words, top, depth);
                default -> option(keyword, words);
            }
        }
    }

    private void option(String keyword, List<String> words) {
        if (KNOWN.contains(keyword) && !words.isEmpty()) {
            String value =
                    keyword.equals("proxycommand") ? String.join(" ", words) : words.getFirst();
            blocks.getLast().options().putIfAbsent(keyword, value);
        }
    }

    private void include(String source, List<String> words, boolean top, int depth) {
        for (String word : words) {
            String path = word.startsWith("~/") || word.startsWith("/") ? word : HOME + word;
            boolean below = path.startsWith(HOME) && !path.contains("..");
            if (!top || !below || depth >= DEEPEST) {
                all.remark(source, Kind.INCLUDE, word);
                continue;
            }
            for (String found : files.matching(path)) {
                Block before = blocks.getLast();
                file(found, depth + 1);
                // what follows the Include belongs to the block that it stands in
                blocks.add(new Block(source, before.patterns(), new LinkedHashMap<>()));
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String found = word.group(1) == null ? word.group(2) : word.group(1);
            if (found.startsWith("#") && word.group(1) == null) {
                break;
            }
            words.add(found);
        }
        return words;
    }
}
