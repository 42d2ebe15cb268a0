package doppelpass.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open deal as it stood at a moment: where, since how many days, for how much. */
record OpenDeal(
        long id,
        long stageId,
        long pipelineId,
        long ageDays,
        long amountMinor,
        @Nullable LocalDate close,
        @Nullable Long ownerId,
        @Nullable Long teamId) {}
