/**
 * The rule language: CEL text becomes a type-checked tree, the tree becomes one SQL condition for sets and a predicate
 * for a single record, and both always agree. Modules plug in what rules may speak about ({@link SubjectPlug}). People
 * who do not write code build rules in a form ({@link Builders}); what is kept is the text.
 *
 * <p>Absence, the same in SQL and in memory: a comparison or test that meets a missing value is false, never unknown, so
 * {@code !} of it is true; {@code has(x)} asks for presence; missing lists are empty; a missing related record has only
 * missing fields; division by zero is a missing value.
 */
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"database", "identity", "web"})
@NullMarked
package doppelpass.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
