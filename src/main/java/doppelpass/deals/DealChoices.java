package doppelpass.deals;

import doppelpass.deals.DealListTable.Look;
import doppelpass.deals.views.Offered;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.web.Choice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of deals offer to choose from, and when and where their reader reads. */
@Component
class DealChoices {
    private final Pipelines pipelines;
    private final DealListTable list;
    private final UsualStays stays;
    private final Products products;
    private final People people;
    private final Organisations organisations;
    private final Rights rights;
    private final Clock clock;

    DealChoices(
            Pipelines pipelines,
            DealListTable list,
            UsualStays stays,
            Products products,
            People people,
            Organisations organisations,
            Rights rights,
            Clock clock) {
        this.pipelines = pipelines;
        this.list = list;
        this.stays = stays;
        this.products = products;
        this.people = people;
        this.organisations = organisations;
        this.rights = rights;
        this.clock = clock;
    }

    Look look() {
        return new Look(organisations.get().zone(), clock.instant(), stays.medians());
    }

    boolean mayWrite(Person me) {
        return may(me, "/deals");
    }

    boolean mayWriteProducts(Person me) {
        return may(me, "/products");
    }

    private boolean may(Person me, String posted) {
        return rights.route("POST", posted).map(r -> r.allows(me.roles())).orElse(false);
    }

    Pipeline pipeline(long id) {
        return pipelines.find(id);
    }

    /** Owners, stages and sources for the filter bar. */
    Offered forFilter() {
        List<Choice> all = pipelines.all().stream()
                .map(pipeline -> new Choice(Long.toString(pipeline.id()), pipeline.name()))
                .toList();
        return new Offered(owners(), all, stages(false), list.sources(), List.of());
    }

    /** Owners, open stages, sources and products for the form. */
    Offered forForm() {
        List<Choice> sold = products.all().stream()
                .filter(Product::active)
                .map(p -> new Choice(Long.toString(p.id()), p.name()))
                .toList();
        return new Offered(owners(), List.of(), stages(true), list.sources(), sold);
    }

    /** Stages in which something can be demanded. */
    List<Choice> forDemands() {
        List<Pipeline> all = pipelines.all();
        List<Choice> stages = new ArrayList<>(stages(true));
        for (Pipeline pipeline : all) {
            String prefix = all.size() > 1 ? pipeline.name() + ": " : "";
            pipeline.stages().stream()
                    .filter(stage -> stage.kind() == Stage.Kind.WON)
                    .map(stage -> new Choice(Long.toString(stage.id()), prefix + stage.name()))
                    .forEach(stages::add);
        }
        return stages;
    }

    /** The stages a new deal has reached; the first one where none is chosen. */
    List<Long> reached(@Nullable Long stage) {
        return pipelines.reached(stage == null ? pipelines.first() : pipelines.stage(stage));
    }

    List<Choice> owners() {
        return people.all().stream()
                .filter(Person::active)
                .map(p -> new Choice(Long.toString(p.id()), p.name()))
                .toList();
    }

    private List<Choice> stages(boolean openOnly) {
        List<Pipeline> all = pipelines.all();
        List<Choice> stages = new ArrayList<>();
        for (Pipeline pipeline : all) {
            String prefix = all.size() > 1 ? pipeline.name() + ": " : "";
            pipeline.stages().stream()
                    .filter(stage -> stage.open() || !openOnly)
                    .map(stage -> new Choice(Long.toString(stage.id()), prefix + stage.name()))
                    .forEach(stages::add);
        }
        return stages;
    }
}
