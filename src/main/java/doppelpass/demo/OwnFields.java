package doppelpass.demo;

import doppelpass.deals.Deal;
import doppelpass.deals.PastDeal;
import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.fields.Fields;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The fields the firm made up for itself, and what its people wrote there. */
@Component
@Profile("demo")
class OwnFields {
    private static final String TECHNIQUE = "Technik";

    private final Definitions definitions;
    private final Fields fields;

    OwnFields(Definitions definitions, Fields fields) {
        this.definitions = definitions;
        this.fields = fields;
    }

    void fill(List<PastDeal> deals, List<Market.Firm> customers) {
        define();
        companies(customers);
        contacts(customers);
        deals(deals);
    }

    private void define() {
        add("company", "number", "Maschinenpark", "Machines", "So viele Maschinen stehen dort.", "", TECHNIQUE);
        add(
                "company",
                "choices",
                "Steuerungen",
                "Controllers",
                "",
                "Siemens\nBeckhoff\nFanuc\nEigenbau | Own make",
                TECHNIQUE);
        add("contact", "choice", "Anrede", "Form of address", "", "Sie | Formal\nDu | First name", "");
        add("lead", "date", "Messetag", "Day of the fair", "Der Tag des Gesprächs am Stand.", "", "");
        add("deal", "text", "Angebotsnummer", "Offer number", "", "", "");
        definitions.add(form(
                "company",
                "formula",
                "Maschinen je 100 Köpfe",
                "Machines per 100 heads",
                "",
                "",
                TECHNIQUE,
                "company.x_machines * 100 / company.employees"));
    }

    private void add(
            String kind, String type, String german, String english, String help, String choices, String section) {
        definitions.add(form(kind, type, german, english, help, choices, section, ""));
    }

    private static FieldForm form(
            String kind,
            String type,
            String german,
            String english,
            String help,
            String choices,
            String section,
            String formula) {
        String group = section.equals(TECHNIQUE) ? "Technology" : section;
        return new FieldForm(kind, type, german, english, help, "", section, group, choices, "", formula, "", "", "");
    }

    private void companies(List<Market.Firm> customers) {
        List<String> makes = List.of("Siemens", "Siemens, Beckhoff", "Fanuc", "Beckhoff", "Eigenbau");
        Map<Long, Map<String, String>> values = new TreeMap<>();
        for (int i = 0; i < customers.size(); i++) {
            if (i % 4 == 3) continue;
            values.put(
                    customers.get(i).id(),
                    Map.of(
                            "x_machines", Integer.toString(6 + i * 17 % 90),
                            "x_controllers", makes.get(i % makes.size())));
        }
        fields.takeOver("company", values);
    }

    private void contacts(List<Market.Firm> customers) {
        Map<Long, Map<String, String>> values = new TreeMap<>();
        for (Market.Firm firm : customers)
            for (Market.Who who : firm.people())
                values.put(who.id(), Map.of("x_form_of_address", who.id() % 3 == 0 ? "Du" : "Sie"));
        fields.takeOver("contact", values);
    }

    private void deals(List<PastDeal> deals) {
        Map<Long, Map<String, String>> offers = new TreeMap<>();
        Map<Long, Map<String, String>> fairs = new TreeMap<>();
        for (PastDeal past : deals) {
            Deal deal = past.deal();
            LocalDate opened = LocalDate.ofInstant(deal.createdAt(), Troupe.ZONE);
            if (deal.id() % 3 != 0)
                offers.put(
                        deal.id(),
                        Map.of("x_offer_number", "AN-" + opened.getYear() + "-" + String.format("%04d", deal.id())));
            Long lead = deal.details().leadId();
            if (lead != null && deal.details().source().contains("Messe"))
                fairs.put(lead, Map.of("x_day_of_the_fair", opened.minusDays(24).toString()));
        }
        fields.takeOver("deal", offers);
        fields.takeOver("lead", fairs);
    }
}
