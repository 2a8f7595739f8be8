package org.ronron.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
    /** The version of these sources. */
    public static final String NUMBER = "0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {"Ronron " + NUMBER + " (Java " + Runtime.version().feature() + ")"};
    }
}
