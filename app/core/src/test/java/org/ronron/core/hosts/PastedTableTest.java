package org.ronron.core.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronron.core.hosts.HostList.Kind;
import org.ronron.core.hosts.HostList.Remark;

/** Tables as people have them. */
class PastedTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", " ; ", ",", ", ", "  "})
    void columnsAreApartByAnyUsualSign(String sign) {
        String text = String.join(sign, "onion.example", "corrin", "stockage");
        HostLine line = PastedTable.read(text).hosts().getFirst();
        assertEquals("onion.example", line.host());
        assertEquals("corrin", line.zone());
        assertEquals("stockage", line.role());
    }

    @Test
    void aRowOfTitlesSaysTheOrder() {
        HostList list = PastedTable.read("Rôle;Machine;Lieu\nstockage, web;onion.example;corrin\n");
        HostLine line = list.hosts().getFirst();
        assertEquals("onion.example", line.host());
        assertEquals("corrin", line.zone());
        assertEquals("stockage, web", line.role());
        assertEquals(List.of(), list.remarks());
        assertEquals("2", line.source());
    }

    @Test
    void whatIsMissingIsEmptyAndCommentsAreLeftOut() {
        HostList list =
                PastedTable.read("\ufeff# nos machines\r\n\r\nonion\r\ncelery\tneptune\r\n");
        assertEquals(2, list.hosts().size());
        assertEquals("", list.hosts().getFirst().zone());
        assertEquals("3", list.hosts().getFirst().source());
        assertEquals("neptune", list.hosts().getLast().zone());
    }

    @Test
    void addressesComeWithUsersPortsAndInSix() {
        HostList list =
                PastedTable.read(
                        """
                        camille@onion.example:2222
                        ssh://root@celery.example
                        2001:db8::7
                        [2001:db8::8]:2200
                        camille@[fe80::1%eth0]
                        192.0.2.7
                        hôte.example
                        """);
        assertEquals(List.of(), list.remarks());
        HostLine first = list.hosts().getFirst();
        assertEquals("camille", first.user());
        assertEquals(OptionalInt.of(2222), first.port());
        assertEquals(
                List.of(
                        "onion.example",
                        "celery.example",
                        "2001:db8::7",
                        "2001:db8::8",
                        "fe80::1%eth0",
                        "192.0.2.7",
                        "hôte.example"),
                list.hosts().stream().map(HostLine::host).toList());
        assertEquals(OptionalInt.of(2200), list.hosts().get(3).port());
        assertEquals(OptionalInt.empty(), list.hosts().get(2).port());
    }

    @Test
    void aBadLineIsToldWithItsNumberAndTheOthersAreTaken() {
        HostList list =
                PastedTable.read(
                        """
                        onion
                        -oProxyCommand=reboot
                        celery:99999
                        $(reboot)
                        a b@c
                        camille;x@celery
                        @celery
                        leek
                        leek
                        :::
                        [1:2:3]:22
                        """
                                + "kale;"
                                + "z".repeat(121));
        assertEquals(
                List.of("onion", "a", "camille", "leek"),
                list.hosts().stream().map(HostLine::host).toList());
        assertEquals(
                List.of(
                        new Remark("2", Kind.ADDRESS, "-oProxyCommand=reboot"),
                        new Remark("3", Kind.PORT, "celery:99999"),
                        new Remark("4", Kind.ADDRESS, "$(reboot)"),
                        new Remark("7", Kind.USER, "@celery"),
                        new Remark("9", Kind.TWICE, "leek"),
                        new Remark("10", Kind.ADDRESS, ":::"),
                        new Remark("11", Kind.ADDRESS, "[1:2:3]:22"),
                        new Remark("12", Kind.LONG, "kale")),
                list.remarks());
    }

    @Test
    void aFloodIsCutAndAnyTextIsRead() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            many.append("host").append(i).append('\n');
        }
        HostList list = PastedTable.read(many.toString());
        assertEquals(500, list.hosts().size());
        assertEquals(Kind.MANY, list.remarks().getFirst().kind());
        for (String odd :
                List.of("", "\0", "\u202e", ";;;;", "\t\t", "\"", "[", "[]:", "::", "@:")) {
            assertTrue(PastedTable.read(odd).hosts().size() <= 1, odd);
        }
    }
}
