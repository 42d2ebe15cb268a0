/**
 * Fields people make up for contacts, companies, leads, deals, campaigns, activities and tasks: in lists, rules, files and on
 * pages at once. Knows no business module; finds their tables through what files may fill ({@link doppelpass.database.Intake}).
 */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "rules",
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "work"
        })
@NullMarked
package doppelpass.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
