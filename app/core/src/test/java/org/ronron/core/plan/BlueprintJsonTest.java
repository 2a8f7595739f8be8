package org.ronron.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A blueprint is checked when it is read, not when a space is half made. */
final class BlueprintJsonTest {
    @Test
    void anEntryComesAfterTheOneBeforeUnlessItSays() {
        Blueprint farm = SpaceRig.farm();
        List<Blueprint.Entry> make = farm.section(Blueprint.MAKE);
        assertEquals(
                List.of(
                        List.of(),
                        List.of("claim"),
                        List.of("role"),
                        List.of("config"),
                        List.of("office"),
                        List.of("check")),
                make.stream().map(Blueprint.Entry::needs).toList());
        assertEquals(Optional.of("office=none"), make.get(3).unless());
        assertTrue(make.get(4).waits());
        assertEquals(
                List.of("app.off", "role.remove"),
                farm.section("remove").stream().map(Blueprint.Entry::id).toList());
        assertTrue(farm.role("mail").orElseThrow().optional());
        assertEquals(List.of(), farm.section("paint"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"format\": 1`|`\"format\": 2`|format",
                "`\"format\": 1,`|``|format",
                "`\"id\": \"farm\",`|``|missing",
                "`\"type\": \"mail\",`|``|missing",
                "`\"verb\": \"role.create\",`|``|missing",
                "`\"make\": [`|`\"cook\": [`|no section make",
                "`\"role\": \"database\", \"verb\"`|`\"role\": \"cellar\", \"verb\"`|no role cellar",
                "`\"id\": \"mail\", \"type\"`|`\"id\": \"host\", \"type\"`|role host twice",
                "`\"key\": \"office\"`|`\"key\": \"quota\"`|option quota twice",
                "`\"preset\": \"4000\"`|`\"preset\": \"much\"`|preset of quota",
                "`\"preset\": \"one\"`|`\"preset\": \"two\"`|preset of office",
                "`\"kind\": \"BYTES\"`|`\"kind\": \"COLOUR\"`|COLOUR",
                "`\"needs\": [\"role\"]`|`\"needs\": [\"check\"]`|needs of config",
                "`{\"id\": \"config\"`|`{\"id\": \"role\"`|entry role twice",
                "`\"unless\": \"office=none\"`|`\"unless\": \"ofice=none\"`|unless of office",
                "`\"kind\": \"PASSWORD\"`|`\"kind\": \"PASSWROD\"`|arguments of role",
                "`{\"live\": \"email\"}`|`{\"live\": \"phone\"}`|arguments of mail"
            })
    void whatIsAmissIsNamed(String what, String by, String why) {
        String text = SpaceRig.farm(what, by);
        String said =
                assertThrows(IllegalArgumentException.class, () -> SpaceRig.read(text))
                        .getMessage();
        assertTrue(said != null && said.contains(why), said);
    }
}
