/** What client libraries are given over the host's sockets. */
@org.jspecify.annotations.NullMarked
module org.ronron.lent {
    requires transitive org.ronron.api;
    requires transitive okhttp3;
    requires static org.jspecify;

    exports org.ronron.lent;
}
