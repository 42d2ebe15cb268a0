package doppelpass.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Plug: a way in, such as a password, or out; fitted into the one chain that every request passes. */
@FunctionalInterface
public interface Doorway {
    void fit(HttpSecurity http) throws Exception;
}
