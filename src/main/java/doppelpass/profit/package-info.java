/** Revenue, the driver tree and the bridge that says what changed the profit. */
@ApplicationModule(
        allowedDependencies = {
            "core",
            "console",
            "database",
            "web",
            "identity",
            "search",
            "search :: plug",
            "kpi",
            "kpi :: plug",
            "targets",
            "contacts",
            "timeline",
            "records",
            "campaigns",
            "leads",
            "deals"
        })
@NullMarked
package doppelpass.profit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
