/** How people prove who they are: password, second factor, passkeys, single sign-on; and the sessions that follow. */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity"})
@NullMarked
package doppelpass.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
