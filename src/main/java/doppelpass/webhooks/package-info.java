/**
 * Changes told to other systems as signed requests (Standard Webhooks), each at least once, and never to an address inside
 * one's own network. Knows no business module.
 */
@ApplicationModule(allowedDependencies = {"core", "database", "web", "identity", "work", "mail", "api"})
@NullMarked
package doppelpass.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
