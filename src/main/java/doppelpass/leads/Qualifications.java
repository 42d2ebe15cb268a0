package doppelpass.leads;

import doppelpass.database.Seeing;
import doppelpass.timeline.About;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the definition of the MQL about leads, the same for every reader, and offers to sales what it finds; people accept or return. */
@Component
public class Qualifications {
    static final Set<LeadState> WAITING = EnumSet.of(LeadState.OPEN, LeadState.NURTURE);

    private final LeadTable leads;
    private final WhomTable whom;
    private final WayTable ways;
    private final Interests interests;
    private final Handovers handovers;
    private final MqlRule rule;
    private final Seeing seeing;

    Qualifications(
            LeadTable leads,
            WhomTable whom,
            WayTable ways,
            Interests interests,
            Handovers handovers,
            MqlRule rule,
            Seeing seeing) {
        this.leads = leads;
        this.whom = whom;
        this.ways = ways;
        this.interests = interests;
        this.handovers = handovers;
        this.rule = rule;
        this.seeing = seeing;
    }

    @Transactional(readOnly = true)
    public Qualification of(long leadId, Instant now) {
        Lead lead = leads.find(leadId).orElseThrow(Refusal::notFound);
        return seeing.everything(() -> read(lead, interests.of(lead.contactId(), now), now));
    }

    /** Brings the interest up to date and offers the lead if the definition now holds; the pass's id if it did. */
    @Transactional
    public OptionalLong review(long leadId, Instant now) {
        return seeing.everything(() -> reviewed(leadId, now));
    }

    private OptionalLong reviewed(long leadId, Instant now) {
        interests.hold();
        Lead lead = leads.lock(leadId).orElseThrow(Refusal::notFound);
        Interest interest = interests.of(lead.contactId(), now);
        leads.intent(leadId, interest.score());
        Qualification found = read(lead, interest, now);
        if (!WAITING.contains(lead.state()) || !found.verdict().qualifies()) return OptionalLong.empty();
        Offer offer = new Offer(trigger(found), null, found.verdict().definition());
        return OptionalLong.of(handovers.offer(leadId, offer, null, now));
    }

    /** Brings the interest of a contact's leads up to date without offering any: news of long ago is no reason to call. */
    @Transactional
    public void scoreContact(long contactId, Instant now) {
        interests.hold();
        Interest interest = interests.of(contactId, now);
        ways.runningLeads(contactId).forEach(lead -> leads.intent(lead, interest.score()));
    }

    /** The same for every open lead of a contact, after something happened with it. */
    @Transactional
    public void reviewContact(long contactId, Instant now) {
        ways.runningLeads(contactId).forEach(lead -> review(lead, now));
    }

    /** Offers those of these leads for which the definition now holds; what makes their interest did not change. */
    @Transactional
    public void review(Collection<Long> leadIds, Instant now) {
        seeing.everything(() -> rule.likely(leadIds, now).forEach(lead -> reviewed(lead, now)));
    }

    /** The same for every open lead of contacts whose details changed, and of their companies if it looks at contacts. */
    @Transactional
    public void reviewContacts(Collection<Long> contactIds, Instant now) {
        boolean colleagues = rule.reaches("contact");
        seeing.everything(() -> review(ways.runningLeadsOfContacts(contactIds, colleagues), now));
    }

    /** The same for every open lead of companies, after their profile changed. */
    @Transactional
    public void reviewCompanies(Collection<Long> companyIds, Instant now) {
        seeing.everything(() -> review(ways.runningLeadsOfCompanies(companyIds), now));
    }

    /**
     * The same for the open leads around other records that changed: their own, those of the contact and of the company;
     * only if the definition looks at such records at all.
     */
    @Transactional
    public void reviewAround(String subject, About changed, Instant now) {
        if (!rule.reaches(subject)) return;
        ways.runningLeads(whom.complete(changed)).forEach(lead -> review(lead, now));
    }

    private Qualification read(Lead lead, Interest interest, Instant now) {
        Whom about = whom.ofLead(lead.id()).orElseThrow(Refusal::notFound);
        List<Touch> touches = ways.way(lead, now);
        return new Qualification(lead, about, Way.of(touches), interest, rule.judge(lead, about, interest, now));
    }

    /** What the contact did last, or the kind of wish if nothing else is known. */
    private static String trigger(Qualification found) {
        return Optional.ofNullable(found.way().newest())
                .map(stop -> stop.touch().title().isBlank()
                        ? stop.touch().kind()
                        : stop.touch().title())
                .or(() -> Optional.ofNullable(found.lead().handRaise()))
                .orElse(found.lead().source());
    }
}
