package org.ronron.resources;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, sizes, frequencies, ages and times as this language writes them. A unit is set off by a
 * non-breaking space, so that no line ends between a figure and its unit.
 */
public final class Figures {
    private static final String[] BINARY = {
        "unit.b", "unit.kib", "unit.mib", "unit.gib", "unit.tib"
    };
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern LENGTH =
            Pattern.compile("PT(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,9})?S)?(?<!T)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2} UTC)");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern MEASURE =
            Pattern.compile("(\\d+(?:\\.\\d+)?) (KiB|MiB|GiB|TiB|MB|GB|TB|MHz|GHz|€)");
    private static final char NBSP = '\u00a0';

    private final Texts texts;

    /** One of each is made, and copied for each use: a format may be used by one thread only. */
    private final NumberFormat wholes;

    private final DecimalFormat decimals;

    Figures(Texts texts) {
        this.texts = texts;
        this.wholes = NumberFormat.getIntegerInstance(texts.locale());
        this.decimals =
                new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(texts.locale()));
    }

    /** A whole number with the language's grouping: 1 281. */
    public String whole(long n) {
        return ((NumberFormat) wholes.clone()).format(n).replace('\u202f', NBSP);
    }

    /** At most two decimals: 22,99. */
    public String decimal(double value) {
        return ((DecimalFormat) decimals.clone()).format(value).replace('\u202f', NBSP);
    }

    /** Bytes in the binary unit that keeps the figure short: 22,99 Gio. */
    public String bytes(long bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= 1024 && unit < BINARY.length - 1) {
            value /= 1024;
            unit++;
        }
        return decimal(value) + NBSP + texts.get(BINARY[unit]);
    }

    /** Bytes in GiB without the unit, to stand before another that has it. */
    public String gib(long bytes) {
        return decimal(bytes / (double) (1L << 30));
    }

    /** MHz as MHz below 1,000 and as GHz above. */
    public String mhz(long mhz) {
        return mhz < 1000 && mhz > 0
                ? whole(mhz) + NBSP + texts.get("unit.mhz")
                : ghz(mhz) + NBSP + texts.get("unit.ghz");
    }

    /** MHz in GHz without the unit. */
    public String ghz(long mhz) {
        return decimal(mhz / 1000.0);
    }

    /** Whole percent of a total, rounded to nearest; 0 of 0 is 0. */
    public String percent(long part, long total) {
        long rounded = total <= 0 ? 0 : Math.round(part * 100.0 / total);
        return texts.get("unit.percent", "n", whole(rounded));
    }

    /** How long ago, from now to days: "à l’instant", "il y a 8 s". The future is now. */
    public String age(Instant then, Instant now) {
        Duration since = Duration.between(then, now);
        return since.toSeconds() < 1
                ? texts.get("age.now")
                : texts.get("age.ago", "age", length(since));
    }

    /**
     * The values of a text; those that are moments (ISO 8601) become how long ago: 3 h; lengths of
     * time (ISO 8601), days and sizes, see {@link #size}, are said in words.
     */
    public Map<String, String> lengths(Map<String, String> values, Instant now) {
        Map<String, String> said = new HashMap<>(values);
        said.replaceAll((name, value) -> length(name, value, now));
        return said;
    }

    private String length(String name, String value, Instant now) {
        if (MOMENT.matcher(value).matches()) {
            return length(Duration.between(Instant.parse(value), now));
        }
        if (LENGTH.matcher(value).matches()) {
            return length(Duration.parse(value));
        }
        return DAY.matcher(value).matches() ? day(value) : size(name, value);
    }

    /** A value whose name ends with {@code Bytes} is a size; any other stays as it is. */
    public String size(String name, String value) {
        boolean size = name.endsWith("Bytes") && COUNT.matcher(value).matches();
        return size ? bytes(Long.parseLong(value)) : value;
    }

    /**
     * A figure as it was published in English, as this language writes it: 2.7 GHz, 50000, 13 TB,
     * 2024-10-22; other text stays as it is.
     */
    public String published(String text) {
        if (DAY.matcher(text).matches()) {
            return day(text);
        }
        Matcher minute = MINUTE.matcher(text);
        if (minute.matches()) {
            return published(minute.group(1)) + NBSP + minute.group(2);
        }
        if (COUNT.matcher(text).matches()) {
            return whole(Long.parseLong(text));
        }
        return MEASURE.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        decimal(Double.parseDouble(found.group(1)))
                                                + NBSP
                                                + unit(found.group(2))));
    }

    /** Written out; what only looks like a day stays as it is. */
    private String day(String text) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(texts.locale())
                    .format(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private String unit(String published) {
        String key = "unit." + published.toLowerCase(Locale.ROOT);
        return texts.has(key) ? texts.get(key) : published;
    }

    /** A length of time in its largest fitting unit. */
    public String length(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 90) {
            return texts.get("age.s", "n", whole(seconds));
        }
        if (seconds < 90 * 60) {
            return texts.get("age.min", "n", whole(Math.round(seconds / 60.0)));
        }
        if (seconds < 36 * 3600) {
            return texts.get("age.h", "n", whole(Math.round(seconds / 3600.0)));
        }
        return texts.get("age.d", "n", whole(Math.round(seconds / 86400.0)));
    }

    /** A time of day, 21:04:12. */
    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone).format(at);
    }

    /** A day and a time, for the history. */
    public String dateTime(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone)
                .format(at);
    }
}
