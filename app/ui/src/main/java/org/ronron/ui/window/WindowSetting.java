package org.ronron.ui.window;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.ronron.core.desk.Desk;

/**
 * What the window is given.
 *
 * @param locale the system's language, until a preference says another
 * @param practise opens the practice collective; called on the FX thread, must return at once
 */
public record WindowSetting(
        Desk desk, InstantSource clock, ZoneId zone, Locale locale, Runnable practise) {}
