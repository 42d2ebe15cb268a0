package doppelpass.leads;

import doppelpass.identity.Organisations;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A moment as it stands inside a refusal's sentence, in the organisation's zone. */
final class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Times() {}

    static String of(Instant moment, Organisations organisations) {
        return FORM.format(moment.atZone(organisations.get().zone()));
    }
}
