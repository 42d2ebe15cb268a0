package doppelpass.leads;

import doppelpass.contacts.CompaniesChanged;
import doppelpass.contacts.ContactsChanged;
import doppelpass.fields.FieldsChanged;
import doppelpass.identity.People;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.ActivityChanged;
import doppelpass.timeline.ActivityLogged;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Subject;
import doppelpass.timeline.TouchpointRecorded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the neighbours tell leads: a personal attempt by one of us is the first response; what a contact does, and what
 * becomes known about it, its company and whatever else the definition looks at, may qualify its lead. History typed in
 * later than a day qualifies nothing.
 */
@Component
class LeadSigns {
    private static final Duration FRESH = Duration.ofDays(1);

    private final Leads leads;
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final People people;
    private final Activities activities;
    private final Clock clock;

    LeadSigns(
            Leads leads,
            Handovers handovers,
            Qualifications qualifications,
            People people,
            Activities activities,
            Clock clock) {
        this.leads = leads;
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.people = people;
        this.activities = activities;
        this.clock = clock;
    }

    @EventListener
    void on(ActivityLogged logged) {
        heard(logged.activity());
    }

    /** A plan that was held is the attempt it was not before. */
    @EventListener
    void on(ActivityChanged changed) {
        heard(changed.activity());
    }

    private void heard(NewActivity activity) {
        Long personId = activity.personId();
        if (personId != null && activity.personalAttempt()) respond(activity, personId);
        qualifications.reviewAround("activity", activity.about(), clock.instant());
    }

    private void respond(NewActivity activity, long personId) {
        people.find(personId)
                .ifPresent(person ->
                        about(activity).forEach(lead -> handovers.respond(lead, person, activity.occurredAt())));
    }

    @EventListener
    void on(TouchpointRecorded recorded) {
        Long contact = recorded.touchpoint().about().contactId();
        boolean fresh = recorded.touchpoint().occurredAt().plus(FRESH).isAfter(clock.instant());
        if (contact == null) return;
        if (fresh && recorded.touchpoint().direction() == Direction.IN) {
            qualifications.reviewContact(contact, clock.instant());
        } else {
            qualifications.scoreContact(contact, clock.instant());
        }
    }

    @EventListener
    void on(ContactsChanged changed) {
        qualifications.reviewContacts(changed.ids(), clock.instant());
    }

    @EventListener
    void on(CompaniesChanged changed) {
        qualifications.reviewCompanies(changed.ids(), clock.instant());
    }

    /** A definition may ask for fields people made up, of the lead itself or of what is around it. */
    @EventListener
    void on(FieldsChanged changed) {
        switch (changed.kind()) {
            case "lead" -> qualifications.review(changed.ids(), clock.instant());
            case "contact" -> qualifications.reviewContacts(changed.ids(), clock.instant());
            case "company" -> qualifications.reviewCompanies(changed.ids(), clock.instant());
            case "deal" -> changed.ids().forEach(this::reviewDeal);
            case "activity" -> activities.about(changed.ids()).forEach(this::reviewActivity);
            default -> {}
        }
    }

    private void reviewDeal(long id) {
        qualifications.reviewAround("deal", About.of(Subject.deal(id)), clock.instant());
    }

    private void reviewActivity(About about) {
        qualifications.reviewAround("activity", about, clock.instant());
    }

    @EventListener
    void on(LeadCreated created) {
        qualifications.reviewAround("lead", About.of(Subject.lead(created.leadId())), clock.instant());
    }

    @EventListener
    void on(LeadStateChanged changed) {
        qualifications.reviewAround("lead", About.of(Subject.lead(changed.leadId())), clock.instant());
    }

    private List<Long> about(NewActivity activity) {
        Long lead = activity.about().leadId();
        Long contact = activity.about().contactId();
        if (lead != null) return List.of(lead);
        return contact == null
                ? List.of()
                : leads.ofContact(contact).stream()
                        .filter(found -> found.state() == LeadState.SAL)
                        .map(Lead::id)
                        .toList();
    }
}
