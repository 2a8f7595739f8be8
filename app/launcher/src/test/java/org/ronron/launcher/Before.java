package org.ronron.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.ronron.practice.farm.FarmServers;

/** A database with rows and a bucket with objects that somebody made. */
record Before(FarmServers farm, String name, String rows, String objects) {
    static Before make(FarmServers farm, String name) throws Exception {
        farm.postgres().sql("postgres", "CREATE DATABASE \"" + name + "\"");
        farm.postgres()
                .sql(
                        name,
                        "CREATE TABLE plannings (n int, quoi text);"
                                + " INSERT INTO plannings SELECT n, 'semaine ' || n FROM"
                                + " generate_series(1, 100) n");
        S3Objects bucket = new S3Objects(farm.minio(), name);
        bucket.make();
        for (int n = 1; n <= 5; n++) {
            bucket.put("semaine " + n + ".txt", "présents : " + n);
        }
        Before made = new Before(farm, name, rows(farm, name), bucket.listed());
        assertEquals("100|5050", made.rows);
        return made;
    }

    void assertUntouched() throws Exception {
        assertEquals(rows, rows(farm, name), "rows in the database " + name);
        String now = new S3Objects(farm.minio(), name).listed();
        assertEquals(objects, now, "objects in the bucket " + name);
    }

    private static String rows(FarmServers farm, String name) throws IOException {
        return farm.postgres().sql(name, "SELECT count(*), sum(n) FROM plannings").strip();
    }
}
