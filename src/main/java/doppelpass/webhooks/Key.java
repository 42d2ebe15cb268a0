package doppelpass.webhooks;

import doppelpass.database.Vault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the secrets of the endpoints. */
@Component("webhooksKey")
class Key extends Vault {
    Key(@Value("${doppelpass.home:${DOPPELPASS_HOME:data}}") Path home) {
        super(home.resolve("webhooks.key"));
    }
}
