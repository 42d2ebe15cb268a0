package doppelpass.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint, with the last attempt. */
public record Delivery(
        long id,
        String messageId,
        String type,
        DeliveryState state,
        int attempts,
        @Nullable Integer status,
        @Nullable String fault,
        @Nullable Long millis,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant triedAt) {}
