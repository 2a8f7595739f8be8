package org.ronron.practice.tour;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.ronron.core.desk.Desk;
import org.ronron.resources.Texts;

/** The acts of the evening. Each is played in a program of its own, so that one can be killed. */
public enum Acts {
    /** From the welcome page to a move that is under way. */
    FIRST(FirstAct::play),
    /** Started again after the kill, to the end of the move and a look around. */
    SECOND(SecondAct::play),
    /** Another collective: from its requests to a space that is made, and one that is removed. */
    THIRD(ThirdAct::play),
    /** A third collective: two backups that are under way. */
    FOURTH(FourthAct::play),
    /** Started again after the kill: both are found, one is checked, the other restored. */
    FIFTH(FifthAct::play);

    /** Said when the move is under way: from here on the program may die at any moment. */
    public static final String UNDER_WAY = "under-way";

    /** Before a machine and a zone: its owner is to write that zone into the machine's file. */
    public static final String OWNER = "owner ";

    /**
     * Before the place that a backup is restored to: whoever hears it looks at it, and removes it.
     */
    public static final String RESTORED = "restored ";

    /** How such places begin. */
    public static final String PLACE = "/var/tmp/ronron-exercise-";

    private final Play play;

    Acts(Play play) {
        this.play = play;
    }

    /** What is played. */
    @FunctionalInterface
    private interface Play {
        void on(Stage stage) throws TourException;
    }

    /**
     * Plays it; blocks until it is over. Not on the FX thread.
     *
     * @param told hears a line for each step that came to pass
     * @throws TourException when one did not
     */
    public void play(
            Desk desk, Texts texts, Scene scene, Executor fx, Path pictures, Consumer<String> told)
            throws TourException {
        Eye eye = new Eye(scene, fx);
        try {
            play.on(new Stage(desk, texts, eye, new Hand(eye), pictures, told));
        } catch (TourException failed) {
            eye.picture(pictures.resolve("failed.png"));
            throw failed;
        }
    }
}
