package org.ronron.practice.ssh;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.ronron.practice.process.MissingProgramException;
import org.ronron.practice.process.Programs;

/** Whether real servers must be here ({@code -Dlab=required}) or may be missing. */
final class Lab {
    private Lab() {}

    /** Programs of this machine, OpenSSH among them; without it the test is skipped or fails. */
    static Programs withOpenSsh() {
        Programs programs = Programs.ofThisMachine();
        try {
            programs.require("sshd", "apt install openssh-server");
        } catch (MissingProgramException missing) {
            if ("required".equals(System.getProperty("lab"))) {
                Assertions.fail(String.valueOf(missing.getMessage()));
            }
            Assumptions.abort(String.valueOf(missing.getMessage()));
        }
        return programs;
    }
}
