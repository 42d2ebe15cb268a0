package doppelpass.mail;

import doppelpass.database.Vault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the password of the mail server. */
@Component
class Seal extends Vault {
    Seal(@Value("${doppelpass.home:${DOPPELPASS_HOME:data}}") Path home) {
        super(home.resolve("mail.key"));
    }
}
