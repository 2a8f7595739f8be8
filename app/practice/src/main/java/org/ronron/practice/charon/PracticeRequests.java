package org.ronron.practice.charon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ronron.api.Json;

/** What is there at the start: invented organisations, addresses at example domains. */
final class PracticeRequests {
    private PracticeRequests() {}

    static void into(Shelf shelf) {
        Instant now = shelf.now();
        spaces(shelf);
        shelf.requests.put(
                "r_1",
                request("r_1", 3, now, 9, "amap-vallon", "collabora", 12)
                        .with(
                                "organisation",
                                organisation(
                                        "AMAP du Vallon",
                                        "loi1901",
                                        "environment",
                                        0,
                                        3500,
                                        "Partager les plannings de livraison, les contrats avec les"
                                                + " maraîchères et les comptes rendus entre une"
                                                + " soixantaine de foyers.")));
        shelf.requests.put(
                "r_2",
                request("r_2", 1, now, 6, "pirouette", "onlyoffice", 25)
                        .with(
                                "organisation",
                                organisation(
                                        "Radio Pirouette",
                                        "loi1901",
                                        "culture",
                                        2,
                                        48000,
                                        "Une radio associative de quartier : garder les montages et"
                                                + " les conducteurs d’émission ailleurs que chez"
                                                + " les uns et les autres.")));
        shelf.requests.put(
                "r_3",
                request("r_3", 1, now, 5, "sudeduc47", "collabora", 18)
                        .with(
                                "organisation",
                                organisation(
                                        "Sud Éducation 47",
                                        "syndicat",
                                        "education",
                                        0,
                                        6200,
                                        "Écrire nos tracts et nos courriers à plusieurs, sans"
                                                + " passer par les outils de l’employeur.")));
        shelf.requests.put(
                "r_4",
                request("r_4", 1, now, 4, "jardin-partage", "collabora", 9)
                        .with(
                                "organisation",
                                organisation(
                                        "جمعية أصدقاء الحديقة المشتركة",
                                        "de_fait",
                                        "environment",
                                        0,
                                        800,
                                        "نريد أن نتقاسم الصور وجدول السقي بين سكان الحي.")));
        shelf.requests.put(
                "r_5",
                request("r_5", 1, now, 3, "velos-brume", "collabora", 30)
                        .with(
                                "organisation",
                                organisation(
                                        "Les Vélos de la Brume",
                                        "loi1901",
                                        "social",
                                        1,
                                        15000,
                                        "Atelier de réparation participatif : fiches, permanences"
                                                + " et factures au même endroit.")));
        shelf.requests.put(
                "r_6",
                request("r_6", 1, now, 2, "fournil", "onlyoffice", 7)
                        .with(
                                "organisation",
                                organisation(
                                        "Le Fournil partagé",
                                        "loi1901",
                                        "social",
                                        0,
                                        2100,
                                        "Un four à pain communal et son planning.")));
        decided(shelf, now);
    }

    private static void decided(Shelf shelf, Instant now) {
        Json.Obj aside = settled("Malo", now, 1, "À revoir quand les statuts seront déposés.");
        shelf.requests.put(
                "r_7",
                request("r_7", 2, now, 20, "chorale-du-quai", "collabora", 40)
                        .with(
                                "organisation",
                                organisation(
                                        "La Chorale du Quai",
                                        "de_fait",
                                        "culture",
                                        0,
                                        0,
                                        "Partitions et enregistrements."))
                        .with("state", "aside")
                        .with("settled", aside)
                        .with(
                                "notes",
                                Json.arr(
                                        List.of(
                                                settled(
                                                        "Zoé",
                                                        now,
                                                        2,
                                                        "Ils ont aussi écrit au forum, en juin."),
                                                aside))));
        shelf.requests.put(
                "r_8",
                request("r_8", 2, now, 15, "cantine-vive", "collabora", 22)
                        .with(
                                "organisation",
                                organisation(
                                        "La Cantine vive",
                                        "loi1901",
                                        "social",
                                        1,
                                        21000,
                                        "Menus, commandes et bénévoles."))
                        .with("state", "accepted")
                        .with("settled", settled("Zoé", now, 12, "")));
        shelf.requests.put(
                "r_9",
                request("r_9", 2, now, 14, "loc-express", "onlyoffice", 3)
                        .with(
                                "organisation",
                                organisation(
                                        "Loc’Express",
                                        "other",
                                        "other",
                                        14,
                                        900000,
                                        "Location de voitures."))
                        .with("state", "rejected")
                        .with(
                                "settled",
                                settled(
                                        "Malo",
                                        now,
                                        10,
                                        "Une entreprise : hors de notre charte.")));
        shelf.requests.put(
                "r_10",
                request("r_10", 2, now, 60, "vieux-pont", "collabora", 5)
                        .with(
                                "organisation",
                                organisation(
                                        "Les Amis du vieux pont",
                                        "loi1901",
                                        "culture",
                                        0,
                                        400,
                                        "Photographies anciennes."))
                        .with("state", "withdrawn")
                        .with("settled", settled("Les Amis du vieux pont", now, 50, "")));
    }

    private static void spaces(Shelf shelf) {
        String[][] there = {
            {"fournil", "Le Fournil des Halles", "collabora"},
            {"velo-brume", "Vélo Brume", "collabora"},
            {"cantine-vive", "La Cantine vive", "collabora"},
            {"semeurs", "Les Semeurs de livres", "onlyoffice"},
            {"repair-aval", "Repair Café de l’Aval", "collabora"}
        };
        for (String[] one : there) {
            Json.Obj of = Json.obj().with("organisation", Json.obj().with("name", one[1]));
            shelf.record(one[0], "active", of, one[2]);
        }
    }

    static Json.Obj request(
            String id, int version, Instant now, int daysAgo, String name, String office, int n) {
        return Json.obj()
                .with("id", id)
                .with("version", version)
                .with("state", "pending")
                .with("submitted_at", "" + now.minus(Duration.ofDays(daysAgo)))
                .with(
                        "contact",
                        Json.obj()
                                .with("name", "Secrétariat")
                                .with("email", "contact@" + name + ".example"))
                .with(
                        "space",
                        Json.obj()
                                .with("subdomain", name)
                                .with("office", office)
                                .with("accounts", n))
                .with("notes", Json.arr(List.of()));
    }

    static Json.Obj organisation(
            String name, String kind, String sector, int employees, long budget, String purpose) {
        return Json.obj()
                .with("name", name)
                .with("kind", kind)
                .with("sector", sector)
                .with("employees", employees)
                .with("annual_budget_eur", budget)
                .with("purpose", purpose);
    }

    private static Json.Obj settled(String by, Instant now, int daysAgo, String text) {
        return Json.obj()
                .with("by", by)
                .with("at", "" + now.minus(Duration.ofDays(daysAgo)))
                .with("text", text)
                .with("key", "before");
    }
}
