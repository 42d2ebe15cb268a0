package doppelpass.identity;

import doppelpass.web.Refusal;
import java.security.SecureRandom;
import java.util.Base64;
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

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KILOBYTES = 1 << 14;
    private static final int PASSES = 2;

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, KILOBYTES, PASSES);
    private final Semaphore turn = new Semaphore(2, true);

    /** Of nobody's password, and as dear to compare with as somebody's: who is unknown is refused no sooner. */
    final String nobodys =
            "$argon2id$v=19$m=" + KILOBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + random(SALT) + "$" + random(HASH);

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

    private static String random(int bytes) {
        byte[] some = new byte[bytes];
        new SecureRandom().nextBytes(some);
        return Base64.getEncoder().withoutPadding().encodeToString(some);
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
