package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.identity.Person;
import doppelpass.lists.View.Scope;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ViewsTest {
    private final Views views;
    private final Lists lists;
    private final Cast cast;

    ViewsTest(Views views, Lists lists, Cast cast) {
        this.views = views;
        this.lists = lists;
        this.cast = cast;
    }

    @Test
    void aPrivateViewIsSeenByItsOwnerOnly() {
        long id = views.save("leads", "Mine alone", Scope.PRIVATE, "state=NEW", mara());
        assertThat(names(mara())).contains("Mine alone");
        assertThat(names(stefan())).doesNotContain("Mine alone");
        assertThat(views.find(id, stefan())).isEmpty();
        refused("web.error.notFound", () -> views.change(id, "Taken", Scope.EVERYONE, null, stefan()));
        refused("web.error.notFound", () -> views.remove(id, stefan()));
        assertThat(names(mara())).contains("Mine alone");
    }

    @Test
    void aViewOfATeamIsSeenByTheTeamAndChangedByItsOwner() {
        long id = views.save("leads", "Our calls", Scope.TEAM, "state=SAL", svea());
        assertThat(svea().teamId()).isNotNull().isEqualTo(stefan().teamId());
        assertThat(names(stefan())).contains("Our calls");
        assertThat(names(mara())).doesNotContain("Our calls");
        refused("lists.error.notYourView", () -> views.change(id, "Other calls", Scope.TEAM, null, stefan()));
        views.change(id, "Calls today", Scope.EVERYONE, "state=SQL", svea());
        assertThat(names(mara())).contains("Calls today");
        assertThat(views.find(id, mara()).orElseThrow().url()).isEqualTo("/leads?state=SQL&view=" + id);
    }

    @Test
    void anAdministratorMayRemoveWhatEveryoneSees() {
        long id = views.save("leads", "For all", Scope.EVERYONE, "", mara());
        refused("lists.error.notYourView", () -> views.remove(id, stefan()));
        views.remove(id, cast.person("ada"));
        assertThat(views.find(id, mara())).isEmpty();
    }

    @Test
    void aViewWithoutANameIsRefused() {
        refused("lists.error.viewName", () -> views.save("leads", "  ", Scope.PRIVATE, "", mara()));
        refused("lists.error.viewName", () -> views.save("leads", "x".repeat(81), Scope.PRIVATE, "", mara()));
    }

    @Test
    void aViewKeepsNothingThatIsNotTheQueryOfAnAddress() {
        for (String wrong : List.of("a=1\r\nSet-Cookie: x=y", "state={url}", "#top", "<b>"))
            refused("web.error.notFound", () -> views.save("leads", "Wrong", Scope.PRIVATE, wrong, mara()));
    }

    @Test
    void theAddressOfAViewShowsTheSameListAndTellsWhenItWasChanged() {
        long id = views.save("leads", "Wide", Scope.PRIVATE, "source=Fair&cols=name%3A240%2Cstate&sort=name", mara());
        String view = Long.toString(id);
        ListPage same = open(Map.of("source", "Fair", "cols", "name:240,state", "sort", "name", "view", view));
        assertThat(same.view()).map(View::name).contains("Wide");
        assertThat(same.changed()).isFalse();
        assertThat(same.shown()).extracting(s -> s.column().name()).containsExactly("name", "state");
        assertThat(same.shown().getFirst().width()).isEqualTo(240);
        ListPage other = open(Map.of("source", "Fair", "cols", "state,name", "sort", "name", "view", view));
        assertThat(other.changed()).isTrue();
        assertThat(other.shown()).extracting(s -> s.column().name()).containsExactly("state", "name");
    }

    @Test
    void columnsNobodyKnowsAreLeftOutAndNoneMeansTheUsualOnes() {
        assertThat(open(Map.of("cols", "state,colour,state,<b>")).shown())
                .extracting(s -> s.column().name())
                .containsExactly("state");
        assertThat(open(Map.of("cols", "colour")).shown())
                .hasSameSizeAs(open(Map.of()).shown())
                .hasSizeGreaterThan(3);
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(lists.list("leads", mara()), asked, mara());
    }

    private List<String> names(Person person) {
        return views.of("leads", person).stream().map(View::name).toList();
    }

    private Person mara() {
        return cast.person("mara");
    }

    private Person stefan() {
        return cast.person("stefan");
    }

    private Person svea() {
        return cast.person("svea");
    }

    private static void refused(String key, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
