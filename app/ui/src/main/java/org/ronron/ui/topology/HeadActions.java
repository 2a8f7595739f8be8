package org.ronron.ui.topology;

/** What the head's buttons do to the picture. Called on the FX thread. */
interface HeadActions {
    /** Shows all of it. */
    void fit();

    /**
     * @param steps nearer; below 0 farther
     */
    void zoom(int steps);

    void fullScreen();

    /** Shows the same as a table, or as a picture again. */
    void table(boolean wished);

    /** Asks for a file and writes the picture to it. */
    void export();
}
