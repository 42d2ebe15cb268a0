/** Mail out by SMTP: written in the business transaction, sent by the queue. */
@ApplicationModule(allowedDependencies = {"core", "console", "database", "web", "identity", "work"})
@NullMarked
package doppelpass.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
