package doppelpass.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheRightPasswordOpens() {
        String hash = passwords.hash("Vollspann 2026");
        assertThat(passwords.matches("Vollspann 2026", hash)).isTrue();
        assertThat(passwords.matches("Vollspann 2027", hash)).isFalse();
        assertThat(passwords.matches("Vollspann 2026", null)).isFalse();
    }

    /** Spring's own reading of it: as many passes over as much memory as for a password that somebody has. */
    @Test
    void whoIsUnknownIsAsDearToRefuse() {
        Argon2PasswordEncoder usual = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        assertThat(usual.upgradeEncoding(passwords.nobodys)).isFalse();
        assertThat(passwords.nobodys.length())
                .isEqualTo(usual.encode("Vollspann 2026").length());
        assertThat(prefix(passwords.nobodys)).isEqualTo(prefix(passwords.hash("Vollspann 2026")));
        assertThat(new Passwords().nobodys).as("nobody can know it").isNotEqualTo(passwords.nobodys);
    }

    private static String prefix(String hash) {
        return hash.substring(0, hash.indexOf("p=1$"));
    }
}
