package doppelpass.identity;

import doppelpass.web.Refusal;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, at most two at a time: a storm of sign-ins cannot take the machine away from everybody else. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore turn = new Semaphore(2, true);
    private final String nobodys = encoder.encode("nobody has this password");

    String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refusal.of("identity.error.password", SHORTEST, LONGEST);
        }
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        boolean right = inTurn(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return right && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
