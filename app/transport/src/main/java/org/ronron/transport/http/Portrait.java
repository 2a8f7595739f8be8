package org.ronron.transport.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronron.transport.guard.Said;

/**
 * What a person should see of a certificate before accepting it, as details of a fault: {@code why}
 * it is asked, {@code subject}, {@code names} (RFC 5280, section 4.2.1.6), {@code from} and {@code
 * until} in UTC. All but {@code why} and the days are the server's own words, cleaned and cut.
 *
 * @param now to tell whether it has expired
 */
record Portrait(Instant now) {
    private static final int LONGEST = 200;
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    /**
     * @param vouched whether an authority vouches for it, so that its name alone is amiss
     */
    Map<String, String> of(X509Certificate[] chain, boolean vouched) {
        X509Certificate leaf = chain[0];
        return Map.of(
                "why",
                why(leaf, vouched).words(),
                "subject",
                clean(leaf.getSubjectX500Principal().getName()),
                "names",
                clean(String.join(", ", names(leaf))),
                "from",
                leaf.getNotBefore().toInstant().toString(),
                "until",
                leaf.getNotAfter().toInstant().toString());
    }

    /** The first reason of those that would be enough alone. */
    private Said why(X509Certificate leaf, boolean vouched) {
        if (now.isAfter(leaf.getNotAfter().toInstant())) {
            return Said.EXPIRED;
        }
        if (now.isBefore(leaf.getNotBefore().toInstant())) {
            return Said.NOT_YET_VALID;
        }
        if (vouched) {
            return Said.OTHER_NAME;
        }
        return signedByItself(leaf) ? Said.SELF_SIGNED : Said.NO_AUTHORITY;
    }

    private static boolean signedByItself(X509Certificate leaf) {
        if (!leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())) {
            return false;
        }
        try {
            leaf.verify(leaf.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static List<String> names(X509Certificate leaf) {
        List<String> names = new ArrayList<>();
        try {
            @Nullable Collection<List<?>> all = leaf.getSubjectAlternativeNames();
            if (all != null) {
                for (List<?> name : all) {
                    Object kind = name.get(0);
                    if (kind.equals(DNS) || kind.equals(ADDRESS)) {
                        names.add(String.valueOf(name.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
        return names;
    }

    /** Without what could hide or turn round a part of the text. */
    private static String clean(String text) {
        String plain =
                text.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
