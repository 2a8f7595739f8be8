package org.ronron.transport.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ronron.api.CommonError;
import org.ronron.api.ConnectorException;
import org.ronron.api.Reach;

/** The setting {@code via}, as people write it. */
class ViaTest {
    private static List<String> read(String via, Optional<String> user) throws ConnectorException {
        return Via.machines("e", key -> Optional.ofNullable(Map.of(Reach.VIA, via).get(key)), user)
                .stream()
                .map(machine -> machine.user() + " " + machine.address())
                .toList();
    }

    @Test
    void isReadAsSshReadsIt() throws Exception {
        Optional<String> sam = Optional.of("sam");
        assertEquals(List.of(), read("", sam));
        assertEquals(List.of(), read(" none ", sam));
        assertEquals(List.of("sam ssh://a:22"), read("a", sam));
        assertEquals(List.of("root ssh://a:22"), read("root@A", sam));
        assertEquals(List.of("root ssh://a:2222"), read("root@a:2222", Optional.empty()));
        assertEquals(List.of("r ssh://a.b:1"), read("ssh://r@a.b:1", Optional.empty()));
        assertEquals(List.of("a@b ssh://c:22"), read("a@b@c", Optional.empty()));
        assertEquals(List.of("r ssh://[::1]:22"), read("r@::1", Optional.empty()));
        assertEquals(List.of("r ssh://[2001:db8::1]:24"), read("r@[2001:DB8::1]:24", sam));
        assertEquals(List.of("r ssh://[fe80::1]:22"), read("r@[fe80::1]", sam));
        assertEquals(List.of("sam ssh://xn--grenier-hya:22"), read("grenierÉ", sam));
        assertEquals(
                List.of(
                        "sam ssh://a:22",
                        "x ssh://b:3 via ssh://a:22",
                        "sam ssh://c:22 via ssh://b:3"),
                read("a, x@b:3 ,c", sam));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Optional<String> none = Optional.empty();
        for (Map.Entry<String, String> bad :
                Map.of(
                                "a", "names no user: user@host",
                                "x@a,b", "names no user: user@host",
                                "@a", "is not user@host:port, several separated by commas",
                                "x@a,,x@b", "names no user: user@host",
                                "x@a b", "is not user@host:port, several separated by commas",
                                "x@a:0", "is not between 1 and 65535",
                                "x@a:ssh", "is not between 1 and 65535",
                                "x y@a", "is not a user's name",
                                "x@-oProxyCommand=id",
                                        "is not user@host:port, several separated by commas",
                                "x@a,x@a,x@a,x@a,x@a,x@a,x@a,x@a,x@a", "names more than 8 machines")
                        .entrySet()) {
            ConnectorException e =
                    assertThrows(ConnectorException.class, () -> read(bad.getKey(), none));
            assertEquals(CommonError.BAD_SETTING, e.fault().code());
            assertEquals(Reach.VIA, e.fault().details().get("setting"));
            assertEquals(bad.getValue(), e.fault().details().get("reason"), bad.getKey());
        }
    }
}
