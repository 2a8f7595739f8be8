package org.ronron.ui.pages.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronron.api.Setting;
import org.ronron.api.Setting.Kind;

class FieldRulesTest {
    @ParameterizedTest
    @CsvSource({
        "URL,https://garage.example:3903,",
        "URL,http://127.0.0.1:3903,",
        "URL,garage.example,form.url",
        "URL,file:///etc/passwd,form.url",
        "URL,https://camille:secret@garage.example,form.url",
        "URL,https://,form.url",
        "HOST,onion.dathomir.example,",
        "HOST,2001:db8::1,",
        "HOST,ssh://onion,form.host",
        "HOST,-oProxyCommand=x,form.host",
        "HOST,on ion,form.host",
        "PORT,22,",
        "PORT,0,form.port",
        "PORT,65536,form.port",
        "PORT,vingt,form.port",
        "USER,camille,",
        "USER,-l root,form.user",
        "CHOICE,a,",
        "CHOICE,c,form.choice",
        "FILE,/home/camille/.ssh/id_ed25519,",
        "TEXT,'',form.required",
        "SECRET,'',form.required"
    })
    void saysWhatIsWrong(Kind kind, String value, String problem) {
        Setting setting =
                new Setting("x", kind, true, Optional.empty(), List.of("a", "b"), Optional.empty());
        assertEquals(Optional.ofNullable(problem), FieldRules.problem(setting, value));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void leavesAnOptionalFieldEmpty(String value) {
        assertEquals(Optional.empty(), FieldRules.problem(Setting.optional("x", Kind.HOST), value));
        assertEquals(
                Optional.empty(), FieldRules.problem(Setting.preset("x", Kind.PORT, "22"), value));
    }
}
