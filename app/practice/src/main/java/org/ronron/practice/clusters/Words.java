package org.ronron.practice.clusters;

/** What is drawn from. Their order matters: a draw is a place in it. */
final class Words {
    static final String[] CITIES = {
        "bordeaux", "lyon", "nantes", "rennes", "toulouse", "lille", "brest", "grenoble", "nancy",
        "dijon", "namur", "ghent", "liege", "geneva", "turin", "bilbao", "porto", "kassel",
        "leiden", "aarhus"
    };
    static final String[] POOLS = {"all", "default", "edge", "storage"};
    static final String[] NAMESPACES = {"default", "shared", "members", "staging"};
    static final String[] APPS = {
        "nextcloud", "matrix", "jitsi", "forgejo", "plausible", "peertube", "mastodon", "etherpad",
        "wordpress", "ghost", "mobilizon", "pixelfed", "searx", "wallabag", "vaultwarden", "grav",
        "hedgedoc", "cryptpad", "kimai", "dolibarr", "paheko", "listmonk", "mailman", "discourse",
        "zulip", "element", "synapse", "funkwhale", "owncast", "bookstack"
    };
    static final String[] GROUPS = {
        "web", "api", "db", "worker", "cache", "cron", "proxy", "front"
    };

    /** MB. */
    static final int[] MEMORY = {
        64, 128, 192, 256, 256, 384, 512, 512, 768, 1024, 1024, 1536, 2048, 3072, 4096
    };

    /** MHz. */
    static final int[] CPU = {
        50, 100, 100, 150, 200, 250, 300, 400, 500, 500, 750, 1000, 1500, 2000
    };

    static final int[] COUNTS = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20};

    private Words() {}
}
