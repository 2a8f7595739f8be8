package org.ronron.ui.pages.review;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** One line of the table of steps; all lines share these columns. */
final class StepGrid extends GridPane {
    private static final double[] WIDTHS = {24, -1, 96, 140, 88};

    StepGrid(Node... cells) {
        setHgap(12);
        getStyleClass().add("step-grid");
        for (double width : WIDTHS) {
            ColumnConstraints column = new ColumnConstraints();
            if (width < 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(120);
                column.setPrefWidth(120);
                column.setMaxWidth(Double.MAX_VALUE);
            } else {
                column.setMinWidth(width);
                column.setPrefWidth(width);
                column.setMaxWidth(width);
            }
            getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setValignment(VPos.TOP);
        row.setMinHeight(Region.USE_PREF_SIZE);
        getRowConstraints().add(row);
        addRow(0, cells);
    }
}
