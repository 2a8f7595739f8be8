package org.ronron.ui.pages.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.ronron.resources.Texts;

/**
 * A day as one says it: today, Monday, 2 Nov.
 *
 * @param zone in which a day begins and ends
 */
public record DayWords(Texts texts, ZoneId zone) {
    private static final long WEEK = 7;

    /** Of the past; short: 2 Nov. */
    public String past(Instant at, Instant now) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long since = ChronoUnit.DAYS.between(day, today);
        if (since <= 0) {
            return texts.get("backups.today");
        }
        if (since == 1) {
            return texts.get("backups.yesterday");
        }
        return since < WEEK ? format("EEEE", day) : date(day, today, "MMM");
    }

    /** With the year where it is another: 1 March, 2 November 2025. */
    public String date(LocalDate day, LocalDate today) {
        return date(day, today, "MMMM");
    }

    private String date(LocalDate day, LocalDate today, String form) {
        boolean thisYear = day.getYear() == today.getYear();
        String month = format(thisYear ? form : form + " yyyy", day);
        boolean first = texts.locale().equals(Locale.FRENCH) && day.getDayOfMonth() == 1;
        return (first ? "1er" : format("d", day)) + "\u00a0" + month;
    }

    private String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
    }
}
