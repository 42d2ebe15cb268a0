package doppelpass.signin;

import java.io.Serializable;
import java.security.Principal;

/** Whose password was right: not signed in yet, so that this alone opens nothing wherever it might be kept. */
record Proven(long person) implements Principal, Serializable {
    @Override
    public String getName() {
        return "";
    }
}
