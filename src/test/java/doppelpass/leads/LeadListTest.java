package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.identity.Person;
import doppelpass.lists.Cell;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.Editing;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class LeadListTest {
    private static final Instant NOW = TestClock.START;

    private final Lists lists;
    private final LeadList list;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Cast cast;

    LeadListTest(Lists lists, LeadList list, Leads leads, SomeContacts contacts, Cast cast) {
        this.lists = lists;
        this.list = list;
        this.leads = leads;
        this.contacts = contacts;
        this.cast = cast;
    }

    @Test
    void theListFiltersSearchesAndCounts() {
        long id = lead("fair 2026");
        leads.create(
                new NewLead(contacts.complete(), null, "pumps", "website", "paid_search", null, null, NOW), mara());
        Map<String, String> asked =
                Map.of("state", "NEW", "source", "fair 2026", "channel", "event", "fit", "B", "cols", "grade");
        assertThat(open(asked).rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.cells()).extracting(Cell::words).containsExactly("B4");
        });
        assertThat(open(Map.of("state", "SAL", "source", "fair 2026")).rows()).isEmpty();
        String name = leads.whom(id).orElseThrow().name();
        assertThat(open(Map.of("q", name.toUpperCase(Locale.ROOT), "ended", "yes"))
                        .rows())
                .extracting(ListRow::id)
                .containsExactly(id);
        assertThat(open(Map.of("q", "100%nobody")).state().page().count()).isZero();
    }

    @Test
    void aRuleFiltersTheListTogetherWithItsQuickFilters() {
        long id = lead("rule fair");
        assertThat(open(Map.of("source", "rule fair", "where", "lead.fit in [\"A\", \"B\"] && has(lead.hand_raise)"))
                        .rows())
                .extracting(ListRow::id)
                .containsExactly(id);
        assertThat(open(Map.of("source", "rule fair", "where", "lead.fit == \"D\""))
                        .rows())
                .isEmpty();
    }

    @Test
    void anOwnerIsWrittenInPlaceIfTheStateLetsThemOwnIt() {
        Person svea = cast.person("svea");
        Person stefan = cast.person("stefan");
        long id = leads.create(
                new NewLead(contacts.complete(), null, "gears", "own call", "phone", null, null, NOW), svea);
        Editing owner = Objects.requireNonNull(
                list.listing().column("owner").orElseThrow().editing());
        owner.change().set(id, Long.toString(stefan.id()), svea);
        assertThat(leads.get(id).ownerId()).isEqualTo(stefan.id());
        assertThatThrownBy(() -> owner.change().set(id, Long.toString(mara().id()), stefan))
                .isInstanceOf(Refusal.class)
                .hasMessage("leads.error.assignee");
        assertThat(leads.get(id).ownerId()).isEqualTo(stefan.id());
    }

    @Test
    void aFilterThatCannotRunSaysWhyAndShowsNothing() {
        lead("wrong fair");
        ListPage page = open(Map.of("source", "wrong fair", "where", "lead.colour == \"red\""));
        assertThat(page.rows()).isEmpty();
        assertThat(page.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(6));
    }

    private long lead(String source) {
        return leads.create(
                new NewLead(contacts.at("B"), null, "pumps", source, "event", null, "call_me", NOW), mara());
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, mara());
    }

    private Person mara() {
        return cast.person("mara");
    }
}
