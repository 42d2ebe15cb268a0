/** What a deal is made of: line items, price books, discounts, margin. The amount of a deal follows from its lines. */
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
            "deals"
        })
@NullMarked
package doppelpass.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
