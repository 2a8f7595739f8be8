/** The connector for a mail server that takes our mails (SMTP). */
@org.jspecify.annotations.NullMarked
module org.ronron.plugin.mail {
    requires org.ronron.lent;
    requires jakarta.mail;
    requires jakarta.activation;
    requires static org.jspecify;

    provides org.ronron.api.Connector with
            org.ronron.plugin.mail.MailConnector;
}
