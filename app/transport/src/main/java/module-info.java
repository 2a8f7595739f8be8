/** SSH (MINA SSHD), HTTP (OkHttp) and the vault, with trust by core's port. */
@org.jspecify.annotations.NullMarked
module org.ronron.transport {
    requires transitive org.ronron.core;
    requires okhttp3;
    requires org.apache.sshd.osgi;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.ronron.transport;
    exports org.ronron.transport.vault;
}
