package org.ronron.ui.pages.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.ui.pages.backups.RestorePath.Wrong;

/** Where a point may be restored to. */
class RestorePathTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', EMPTY
                    '  ', EMPTY
                    srv/x, NOT_ABSOLUTE
                    ~/x, NOT_ABSOLUTE
                    /, NOT_PLAIN
                    //, NOT_PLAIN
                    /a/../srv, NOT_PLAIN
                    /a/./b, NOT_PLAIN
                    /srv, ORIGINAL
                    /srv/, ORIGINAL
                    //srv//essai, ORIGINAL
                    /etc/nginx, ORIGINAL
                    /var, ORIGINAL
                    /var/lib/pg/data, ORIGINAL
                    /srv2, NOTHING
                    /restauration/srv, NOTHING
                    ' /restauration/log 1 ', NOTHING
                    """)
    void neverOverTheOriginalNorAroundIt(String typed, Wrong wrong) {
        assertEquals(wrong, RestorePath.judge(typed, "/srv, /etc /var/lib/pg"));
    }
}
