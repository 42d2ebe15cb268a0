/** What will probably be booked: chances from the own history by stage and age, frozen every week, held against what came. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "database",
            "web",
            "identity",
            "lists",
            "lists :: plug",
            "timeline",
            "records",
            "work",
            "targets",
            "deals",
            "kpi :: plug"
        })
@NullMarked
package doppelpass.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
