package doppelpass.signin;

import doppelpass.identity.OpenSession.Door;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Somebody whose password was right and who owes the second factor; opens nothing, and not for long. */
record Half(long person, Need need, Instant since) implements Serializable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What is still missing. */
    enum Need {
        /** A code of the app or a recovery code. */
        CODE("/sign-in/code", Door.CODE),
        /** There must be a second factor and there is none yet. */
        ENROLMENT("/sign-in/enrolment", Door.CODE),
        /** There must be a second factor, and a passkey is one. */
        PASSKEY("/sign-in?passkey", Door.PASSKEY);

        private final String path;
        final Door door;

        Need(String path, Door door) {
            this.path = path;
            this.door = door;
        }

        /** The pages before the door are told the language of whoever stands there. */
        String pathIn(String language) {
            return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        }
    }

    boolean openAt(Instant now) {
        return now.isBefore(since.plus(PATIENCE));
    }
}
