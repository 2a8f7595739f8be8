/**
 * Servers and simulators on loopback, the practice collective, and the tour that drives the window.
 */
@org.jspecify.annotations.NullMarked
module org.ronron.practice {
    requires transitive org.ronron.core;
    requires transitive org.ronron.ui;
    requires org.ronron.resources;
    requires javafx.swing;
    requires java.desktop;
    requires jdk.httpserver;
    requires org.apache.sshd.osgi;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.ronron.practice.barman;
    exports org.ronron.practice.backup;
    exports org.ronron.practice.bench;
    exports org.ronron.practice.borg;
    exports org.ronron.practice.farm;
    exports org.ronron.practice.minio;
    exports org.ronron.practice.postgresql;
    exports org.ronron.practice.charon;
    exports org.ronron.practice.clusters;
    exports org.ronron.practice.collective;
    exports org.ronron.practice.garage;
    exports org.ronron.practice.gotify;
    exports org.ronron.practice.nextcloud;
    exports org.ronron.practice.haproxy;
    exports org.ronron.practice.mail;
    exports org.ronron.practice.nomad;
    exports org.ronron.practice.process;
    exports org.ronron.practice.ssh;
    exports org.ronron.practice.tour;
}
