package doppelpass.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry is about: at least one of these, each by its id. */
public record About(
        @Nullable Long contactId,
        @Nullable Long companyId,
        @Nullable Long leadId,
        @Nullable Long dealId,
        @Nullable Long campaignId) {

    /** The first subject of each kind counts. */
    public static About of(List<Subject> subjects) {
        return new About(
                id(subjects, Subject.Kind.CONTACT),
                id(subjects, Subject.Kind.COMPANY),
                id(subjects, Subject.Kind.LEAD),
                id(subjects, Subject.Kind.DEAL),
                id(subjects, Subject.Kind.CAMPAIGN));
    }

    public static About of(Subject... subjects) {
        return of(List.of(subjects));
    }

    public List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        add(subjects, Subject.Kind.CONTACT, contactId);
        add(subjects, Subject.Kind.COMPANY, companyId);
        add(subjects, Subject.Kind.LEAD, leadId);
        add(subjects, Subject.Kind.DEAL, dealId);
        add(subjects, Subject.Kind.CAMPAIGN, campaignId);
        return List.copyOf(subjects);
    }

    /** What is not said here is taken from the other. */
    About or(About other) {
        return new About(
                contactId == null ? other.contactId : contactId,
                companyId == null ? other.companyId : companyId,
                leadId == null ? other.leadId : leadId,
                dealId == null ? other.dealId : dealId,
                campaignId == null ? other.campaignId : campaignId);
    }

    private static @Nullable Long id(List<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .findFirst()
                .orElse(null);
    }

    private static void add(List<Subject> subjects, Subject.Kind kind, @Nullable Long id) {
        if (id != null) {
            subjects.add(new Subject(kind, id));
        }
    }
}
