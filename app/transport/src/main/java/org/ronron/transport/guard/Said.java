package org.ronron.transport.guard;

/**
 * The words that complete a fault's text. What a server or a library says never takes their place.
 * They are plain English; the window's texts hold them in each language.
 */
public enum Said {
    REFUSED("connection refused"),
    NO_ROUTE("no route to the host"),
    NO_CONNECTION("no connection"),
    NO_TLS("no TLS there"),
    NO_CIPHER("no safe encryption in common"),
    NO_CHANNEL("the machine allows no further command"),
    NO_TUNNEL("the machine allows no tunnel"),
    CLOSED("connection closed too early"),
    RESET("connection reset"),
    STOPPED("stopped by us"),
    NOT_HTTP("no HTTP"),
    NOT_SSH("no SSH"),
    NOT_SHELL("the login starts no /bin/sh"),
    EXPIRED("expired"),
    NOT_YET_VALID("not valid yet"),
    SELF_SIGNED("signed by itself"),
    NO_AUTHORITY("signed by no authority that this computer knows"),
    OTHER_NAME("made for another name"),
    TRUSTED_KEYS("the trusted keys"),
    SPOILT_TRUST("one is none that Ronron writes"),
    EMPTY_ANSWER("an empty answer"),
    HALF_JSON("half a JSON"),
    NOT_JSON("no JSON"),
    XML("XML, no JSON"),
    DEEP_JSON("JSON nested too deeply"),
    MISSING("is missing"),
    MISSING_LOGIN("is missing, and there is neither a password nor an SSH agent"),
    MISSING_KEY("is missing, and there is no SSH agent"),
    NAMES_NO_USER("names no user: user@host"),
    NOT_PROXY_JUMP("is not user@host:port, several separated by commas"),
    MANY_ON_THE_WAY("names more than 8 machines"),
    BAD_SCHEME("begins neither with http:// nor with https://"),
    HOLDS_LOGIN("holds a user or a password"),
    HOLDS_QUERY("holds a ? or a #"),
    NAMES_NO_HOST("names no host"),
    CLEAR_TEXT("a secret is sent over https only, or to this very machine (127.0.0.1)"),
    NO_TOKEN("is empty, or holds characters that no token has"),
    BAD_HOST("is neither a name nor an address"),
    BAD_PORT("is not between 1 and 65535"),
    BAD_USER("is not a user's name"),
    BAD_FILE("is not a file's name"),
    UNREADABLE("cannot be read"),
    HOLDS_NO_KEY("holds no private key"),
    NEEDS_PASSPHRASE("is no private key, or needs a passphrase"),
    OTHER_PASSPHRASE("is no private key that this passphrase opens"),
    HOLDS_NO_CERTIFICATE("holds no certificate"),
    HAS_EXPIRED("has expired"),
    IS_NOT_VALID_YET("is not valid yet"),
    OTHER_KEY("does not belong to the certificate"),
    NOT_PKCS8("is in an older form than PKCS #8: openssl pkcs8 -topk8 makes one of it"),
    NOT_HTTPS("is not https, over which alone a client certificate can be shown"),
    CERTIFICATE_WANTED("asks for a client certificate"),
    CERTIFICATE_REFUSED("refuses our client certificate"),
    BAD_ARGUMENT("holds a character that no command can take");

    private final String words;

    Said(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
