package doppelpass.signin;

import doppelpass.database.Vault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the keys of authenticator apps and the secrets of providers. */
@Component
class Key extends Vault {
    Key(@Value("${doppelpass.home:${DOPPELPASS_HOME:data}}") Path home) {
        super(home.resolve("signin.key"));
    }
}
