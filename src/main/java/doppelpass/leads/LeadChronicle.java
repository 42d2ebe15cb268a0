package doppelpass.leads;

import doppelpass.core.BusinessCalendar;
import doppelpass.identity.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Leads whose past is told before it is written, all under the promises and calendars of one moment. */
public final class LeadChronicle {
    private final Iterator<Long> ids;
    private final List<Promise> promises;
    private final Function<@Nullable Long, BusinessCalendar> calendarOf;
    private final Map<@Nullable Long, BusinessCalendar> calendars = new HashMap<>();
    private final ZoneId zone;
    private final @Nullable Long marketing;
    private final List<PastLead> leads = new ArrayList<>();

    LeadChronicle(
            Iterator<Long> ids,
            List<Promise> promises,
            Function<@Nullable Long, BusinessCalendar> calendarOf,
            ZoneId zone,
            @Nullable Long marketing) {
        this.ids = ids;
        this.promises = promises;
        this.calendarOf = calendarOf;
        this.zone = zone;
        this.marketing = marketing;
    }

    /** A new lead with its final id; it can be spoken of at once and is written with all others. */
    public PastLead begin(NewLead start, @Nullable Person by) {
        Lead lead = new Lead(
                ids.next(),
                start.contactId(),
                start.companyId(),
                start.productLine(),
                LeadState.NEW,
                1,
                start.source(),
                start.channel(),
                start.campaignId(),
                0,
                start.handRaise(),
                by == null ? null : by.id(),
                by == null ? null : by.teamId(),
                null,
                start.at(),
                start.at());
        PastLead past = new PastLead(this, lead, by);
        leads.add(past);
        return past;
    }

    public List<PastLead> leads() {
        return Collections.unmodifiableList(leads);
    }

    public BusinessCalendar calendar(@Nullable Long team) {
        return calendars.computeIfAbsent(team, calendarOf);
    }

    Instant due(Promise.Code code, boolean raised, @Nullable Long team, Instant start) {
        return promises.stream()
                .filter(promise -> promise.about(code, raised))
                .findFirst()
                .orElseThrow()
                .due(start, calendar(team));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    @Nullable
    Long marketing() {
        return marketing;
    }
}
