package doppelpass.quality;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the results of every night, and of every start for servers that sleep at night. */
@Component
class Snapshots {
    private final DataCare care;

    Snapshots(DataCare care) {
        this.care = care;
    }

    @Scheduled(cron = "0 20 3 * * *")
    @EventListener(ApplicationReadyEvent.class)
    void take() {
        care.takeSnapshot();
    }
}
