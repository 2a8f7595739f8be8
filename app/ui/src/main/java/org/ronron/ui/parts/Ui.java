package org.ronron.ui.parts;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.ronron.core.desk.Desk;
import org.ronron.resources.Texts;

/**
 * What every page is given.
 *
 * @param fx runs on the FX thread, later: the one bridge
 */
public record Ui(
        Desk desk,
        Texts texts,
        Navigator navigator,
        Executor fx,
        InstantSource clock,
        ZoneId zone) {}
