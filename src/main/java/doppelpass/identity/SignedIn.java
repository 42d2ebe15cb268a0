package doppelpass.identity;

import java.io.Serializable;
import java.security.Principal;

/** All a session remembers: whose it is. */
public record SignedIn(long id) implements Principal, Serializable {
    @Override
    public String getName() {
        return Long.toString(id);
    }
}
