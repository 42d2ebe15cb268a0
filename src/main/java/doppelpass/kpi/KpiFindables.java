package doppelpass.kpi;

import static doppelpassdb.kpi.Tables.DEFINITION;

import doppelpass.identity.Person;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.List;
import org.springframework.stereotype.Component;

/** KPIs in the search box: by code, and by name in both languages. */
@Component
class KpiFindables implements Findables {
    @Override
    public List<Findable> of(Person reader) {
        boolean german = reader.language().equals("de");
        return List.of(new Findable(
                new Findable.Kind("kpi", "kpi.title", "gauge", "/kpis/K01", "/kpis"),
                Findable.Source.of(
                                DEFINITION,
                                DEFINITION.ID,
                                Findable.words(
                                        "{0} || ' ' || {1} || ' ' || {2}",
                                        DEFINITION.CODE, DEFINITION.NAME_DE, DEFINITION.NAME_EN),
                                DEFINITION.VALID_FROM)
                        .where(DEFINITION.STATE.eq("active"))
                        .few(),
                Findable.Shown.of(
                        german ? DEFINITION.NAME_DE : DEFINITION.NAME_EN,
                        Findable.beside(DEFINITION.CODE, german ? DEFINITION.TEXT_DE : DEFINITION.TEXT_EN),
                        Findable.url("/kpis/", DEFINITION.CODE))));
    }
}
