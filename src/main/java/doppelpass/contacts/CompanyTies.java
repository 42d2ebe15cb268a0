package doppelpass.contacts;

import doppelpass.timeline.Subject;
import doppelpass.timeline.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/** A company's history holds what its people did. */
@Component
class CompanyTies implements Ties {
    private final ContactTable people;

    CompanyTies(ContactTable people) {
        this.people = people;
    }

    @Override
    public List<Subject> told(Subject page, int most) {
        return page.kind() == Subject.Kind.COMPANY
                ? people.latest(page.id(), most).stream().map(Subject::contact).toList()
                : List.of();
    }
}
