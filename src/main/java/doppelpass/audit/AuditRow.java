package doppelpass.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry as it is stored. */
record AuditRow(
        long id,
        Instant at,
        @Nullable Long actorId,
        String origin,
        @Nullable String cause,
        String table,
        String kind,
        @Nullable Long recordId,
        String action,
        boolean erased,
        JsonNode before,
        JsonNode after) {}
